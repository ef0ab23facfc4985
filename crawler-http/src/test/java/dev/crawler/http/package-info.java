/// What the two clients must do, by the contract of the kit, and what is particular to each of
/// them. Servers play scripts on raw sockets of the loopback interface. Nothing leaves the machine
/// and no port is fixed.
@NullMarked
package dev.crawler.http;

import org.jspecify.annotations.NullMarked;
