@NullMarked
package dev.crawler.cli.experiments.effort;

import org.jspecify.annotations.NullMarked;
