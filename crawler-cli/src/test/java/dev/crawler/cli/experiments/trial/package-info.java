/// Experiments: what rows show.
@NullMarked
package dev.crawler.cli.experiments.trial;

import org.jspecify.annotations.NullMarked;
