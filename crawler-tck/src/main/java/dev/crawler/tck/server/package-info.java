/// Serves a site over loopback addresses and ports, each a host, and writes down what arrived when.
/// Politeness and equality of work are judged here, at the server, not by what a crawler says of
/// itself. Plain blocking sockets, one virtual thread a connection.
@NullMarked
package dev.crawler.tck.server;

import org.jspecify.annotations.NullMarked;
