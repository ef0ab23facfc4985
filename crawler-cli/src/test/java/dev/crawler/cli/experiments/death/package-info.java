@NullMarked
package dev.crawler.cli.experiments.death;

import org.jspecify.annotations.NullMarked;
