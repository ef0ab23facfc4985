/// An engine from nothing, as `docs/add-an-engine.md` tells it: one thread leads and takes futures
/// as they complete. It lies among these tests because it is an example and nobody's default; on
/// the class path of the command line it is one engine more. It is held to the whole contract.
@NullMarked
package dev.crawler.futures;

import org.jspecify.annotations.NullMarked;
