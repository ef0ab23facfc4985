/// A web that is a pure function of a seed and a URL, and its own truth. Nothing is stored: what
/// stands at a place is worked out anew each time it is asked for, so a site of any size costs
/// nothing and a failing seed is a whole bug report. The truth is found by an independent
/// breadth-first search over the same function, which knows nothing of the session.
@NullMarked
package dev.crawler.tck.site;

import org.jspecify.annotations.NullMarked;
