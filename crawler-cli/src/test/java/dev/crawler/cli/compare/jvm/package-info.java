/// Tests of what the JVMs of a comparison are started with.
@NullMarked
package dev.crawler.cli.compare.jvm;

import org.jspecify.annotations.NullMarked;
