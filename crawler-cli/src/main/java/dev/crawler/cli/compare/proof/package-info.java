/// The proof that several crawls did the same work: equal records, equal requests, good manners.
/// [WorkJudge] compares each crawl with the first one. Records stay on disk; of each line only its
/// SHA-256 is kept in memory, so that a hundred thousand of them are three megabytes.
@NullMarked
package dev.crawler.cli.compare.proof;

import org.jspecify.annotations.NullMarked;
