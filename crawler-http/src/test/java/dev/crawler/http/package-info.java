/// Tests of the fetcher against servers that misbehave on purpose. Each test plays a script on raw
/// sockets of the loopback interface. Nothing leaves the machine and no port is fixed.
@NullMarked
package dev.crawler.http;

import org.jspecify.annotations.NullMarked;
