/// The session under simulated time: one thread, no socket, a seed that decides every latency and
/// every failure. Thousands of orderings of answers are tried in seconds, and each can be played
/// again from its seed. The real page handler works on what the site answers.
@NullMarked
package dev.crawler.tck.simulated;

import org.jspecify.annotations.NullMarked;
