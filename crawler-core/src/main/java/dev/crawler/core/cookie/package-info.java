/// Cookies after RFC 6265, with what browsers have agreed on since (RFC 6265bis). A [SetCookie] is
/// what a header says, a [Cookie] is what is kept of it, [Cookies] keeps them and [CookieFile]
/// reads and writes them. Time comes from outside, files are touched by [CookieFile] alone.
@NullMarked
package dev.crawler.core.cookie;

import org.jspecify.annotations.NullMarked;
