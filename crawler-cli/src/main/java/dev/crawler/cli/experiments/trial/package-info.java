/// The experiments themselves, most of them a sweep: one race for each place of one or two things
/// that are varied. Each has its hypothesis, its run, and what its rows show.
@NullMarked
package dev.crawler.cli.experiments.trial;

import org.jspecify.annotations.NullMarked;
