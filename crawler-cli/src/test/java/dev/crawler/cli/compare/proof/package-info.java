/// Tests of the proof: what is equal passes, and what is not is named.
@NullMarked
package dev.crawler.cli.compare.proof;

import org.jspecify.annotations.NullMarked;
