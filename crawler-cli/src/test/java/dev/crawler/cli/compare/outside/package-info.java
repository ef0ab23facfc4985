/// Engines that no module ships, found when a test puts their names on the class path: a sound one,
/// and one for each way not to be.
@NullMarked
package dev.crawler.cli.compare.outside;

import org.jspecify.annotations.NullMarked;
