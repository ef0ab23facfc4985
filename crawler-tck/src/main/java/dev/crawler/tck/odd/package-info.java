/// Answers that no catalogue has: put together by chance out of what servers get wrong, then bent a
/// little more. There is no truth to hold a client to, but all clients must come to the same
/// verdict. A number says which answer it is, so that a difference can be looked at again.
@NullMarked
package dev.crawler.tck.odd;

import org.jspecify.annotations.NullMarked;
