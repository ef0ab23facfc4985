/// The page of a comparison, as text and in a browser.
@NullMarked
package dev.crawler.cli.compare.page;

import org.jspecify.annotations.NullMarked;
