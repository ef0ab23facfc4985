/// What raw rows say. A [Finding] holds one clause of a hypothesis against them; its [Verdict] is
/// computed, never typed in. [Findings] are all that an experiment comes to: the clauses, a
/// paragraph, charts and tables.
@NullMarked
package dev.crawler.cli.experiments.finding;

import org.jspecify.annotations.NullMarked;
