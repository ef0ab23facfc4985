/// URLs as browsers read them: one parser for http and https after the WHATWG URL Standard. Two
/// notions, never mixed: the request URL is what is sent, the key is what is deduplicated.
/// Everything here is immutable and does no I/O.
@NullMarked
package dev.crawler.core.url;

import org.jspecify.annotations.NullMarked;
