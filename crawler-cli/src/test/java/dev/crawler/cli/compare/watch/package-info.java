/// The live page of a race, as its server answers and in a browser.
@NullMarked
package dev.crawler.cli.compare.watch;

import org.jspecify.annotations.NullMarked;
