/// Tests of how figures are made of crawls.
@NullMarked
package dev.crawler.cli.compare.race;

import org.jspecify.annotations.NullMarked;
