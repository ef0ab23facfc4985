/// A comparison as a person reads it on a terminal of 80 columns: the proof in words, then the
/// figures, then what held each engine down, then what cannot be concluded. Where the proof does
/// not hold, the differences are all there is.
@NullMarked
package dev.crawler.cli.compare.report;

import org.jspecify.annotations.NullMarked;
