/// Tests of comparisons, of the proof before all: each engine that is not sound must be found out.
@NullMarked
package dev.crawler.cli.compare;

import org.jspecify.annotations.NullMarked;
