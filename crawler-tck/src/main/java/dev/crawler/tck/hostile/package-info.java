/// A server that misbehaves in every way that has been seen: one script a misbehaviour, each at a
/// port of its own, so that the others go on. A fault says what a crawler must make of it; the
/// catalogue is also the table in `docs/faults.md`. Raw blocking sockets, one virtual thread a
/// connection.
@NullMarked
package dev.crawler.tck.hostile;

import org.jspecify.annotations.NullMarked;
