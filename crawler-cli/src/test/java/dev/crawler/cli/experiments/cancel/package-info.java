@NullMarked
package dev.crawler.cli.experiments.cancel;

import org.jspecify.annotations.NullMarked;
