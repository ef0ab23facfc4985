/// What fails once, at the n-th call of one seam, so that a test can have each of them fail in its
/// turn. [Countdown] counts the calls, [FragileSite] is a web whose connections break at one of
/// them; the contract of engines goes through all of them and asks for records or a clean error,
/// never for a hang.
@NullMarked
package dev.crawler.tck.torture;

import org.jspecify.annotations.NullMarked;
