/// Tests of what a person reads.
@NullMarked
package dev.crawler.cli.compare.report;

import org.jspecify.annotations.NullMarked;
