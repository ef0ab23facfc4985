/// Figures for Prometheus while a crawl runs, for `--metrics-port`. [MetricsServer] takes the port
/// before the crawl begins and gives it back when it ends; [CrawlMetrics] reads the figures when
/// they are asked for. Without the option no class of this package or of its library is loaded.
@NullMarked
package dev.crawler.cli.metrics;

import org.jspecify.annotations.NullMarked;
