package dev.crawler.processes.ledger;

import org.jspecify.annotations.Nullable;

/// How a URL came to its end: which record counts. *Immutable.*
///
/// @param worker number of the part file, from 1
/// @param position where the record begins in the part file
/// @param epoch of the claim under which it was written
/// @param redirectTarget key of the URL that the answer redirected to, when it did
public record Settlement(int worker, long position, long epoch, @Nullable String redirectTarget) {}
