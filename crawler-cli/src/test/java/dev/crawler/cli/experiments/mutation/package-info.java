@NullMarked
package dev.crawler.cli.experiments.mutation;

import org.jspecify.annotations.NullMarked;
