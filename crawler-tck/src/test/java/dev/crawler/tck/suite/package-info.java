/// Runs test classes in a process of its own until one fails: how an experiment asks whether the
/// shared suite notices what was broken on purpose.
@NullMarked
package dev.crawler.tck.suite;

import org.jspecify.annotations.NullMarked;
