/// What a crawl would do with one URL, and why. The session itself decides, in a crawl that fetches
/// nothing but the robots.txt of that URL and whose time is not real; the rules are then asked for
/// their reasons. Findings are values; two writers show them, to a person and to a script.
@NullMarked
package dev.crawler.cli.explain;

import org.jspecify.annotations.NullMarked;
