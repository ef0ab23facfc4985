/// Tests of what goes through the pipe of an engine's process.
@NullMarked
package dev.crawler.cli.compare.json;

import org.jspecify.annotations.NullMarked;
