/// What is done with an answer: decode, decide the charset, parse, find links, write the record. A
/// [PageHandler] is called by many threads at once and is pure but for the sink. Only this package
/// knows jsoup; robots.txt is read here, too, with a parser of our own (`docs/adr/0005-robots.md`).
@NullMarked
package dev.crawler.core.handle;

import org.jspecify.annotations.NullMarked;
