/// Who test servers are over TLS, and how a client is brought to trust them.
@NullMarked
package dev.crawler.tck.tls;

import org.jspecify.annotations.NullMarked;
