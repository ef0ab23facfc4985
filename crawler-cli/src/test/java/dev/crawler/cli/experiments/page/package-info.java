/// Pages: what is written of raw data.
@NullMarked
package dev.crawler.cli.experiments.page;

import org.jspecify.annotations.NullMarked;
