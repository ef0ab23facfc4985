/// Charts of experiments as SVG, a pure function of their numbers: the same file on each machine,
/// with its colours for light and dark in it. A [Picture] is lines or bars; [ChartSvg] draws it.
@NullMarked
package dev.crawler.cli.experiments.chart;

import org.jspecify.annotations.NullMarked;
