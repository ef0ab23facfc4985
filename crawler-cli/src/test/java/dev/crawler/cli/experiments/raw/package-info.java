/// Raw data: written and read again.
@NullMarked
package dev.crawler.cli.experiments.raw;

import org.jspecify.annotations.NullMarked;
