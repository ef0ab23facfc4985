/// Tests of cookies: what is kept, what is sent, and the file. Each plays a server and a clock.
@NullMarked
package dev.crawler.core.cookie;

import org.jspecify.annotations.NullMarked;
