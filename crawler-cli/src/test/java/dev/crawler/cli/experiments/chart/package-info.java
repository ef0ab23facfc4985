/// Charts: what is in the file.
@NullMarked
package dev.crawler.cli.experiments.chart;

import org.jspecify.annotations.NullMarked;
