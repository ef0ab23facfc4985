/// What an experiment has measured, before anybody concludes anything: flat rows, the proof of each
/// contest they came of, the machine and the command. It is written as JSON, described in
/// `docs/comparison-format.md`, and read again from there: pages are made of files, not of memory.
@NullMarked
package dev.crawler.cli.experiments.raw;

import org.jspecify.annotations.NullMarked;
