/// Experiments from outside: the command, and the page of the documentation.
@NullMarked
package dev.crawler.cli.experiments;

import org.jspecify.annotations.NullMarked;
