/// What each engine costs whoever writes it: lines, shared mutable fields, what a stack trace
/// tells, what a real feature took. Counted in the sources by rules that are written down, with the
/// compiler's own tree; traces are taken from faults that really happen.
@NullMarked
package dev.crawler.cli.experiments.effort;

import org.jspecify.annotations.NullMarked;
