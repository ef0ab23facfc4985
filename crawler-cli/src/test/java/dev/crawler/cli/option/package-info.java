/// Tests of what options come to.
@NullMarked
package dev.crawler.cli.option;

import org.jspecify.annotations.NullMarked;
