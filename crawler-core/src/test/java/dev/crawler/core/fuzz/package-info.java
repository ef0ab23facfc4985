/// The fuzzing of what reads foreign bytes. A target is a class beside what it reads, with one
/// method that a fuzzer calls; its laws hold for every input. What a fuzzer finds is kept as a file
/// in `src/test/resources/fuzz` and read in every build.
@NullMarked
package dev.crawler.core.fuzz;

import org.jspecify.annotations.NullMarked;
