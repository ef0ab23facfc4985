/// What is done with an answer: decode, decide the charset, parse, find links, write the record.
/// Pure but for the sink; the only package that knows jsoup and crawler-commons' robots parser.
/// Called by many threads at once.
@NullMarked
package dev.crawler.core.handle;

import org.jspecify.annotations.NullMarked;
