/// The options of a crawl in their groups, as `--help` shows them. Each group knows its options and
/// makes one part of the plan out of them. What makes no sense is refused before the first request.
@NullMarked
package dev.crawler.cli.option;

import org.jspecify.annotations.NullMarked;
