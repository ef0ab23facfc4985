/// What of a crawl outlives its process: a folder with a journal, in which stands what was asked
/// for, how each URL ended, and where its record lies in the output. Both files grow side by side
/// and never change before their end, so that what a sudden death leaves is the beginning of a
/// crawl; whoever goes on cuts both back to their last whole entry.
///
/// ```
/// journal   head │ seeds ... │ begun │ settled │ settled │ care │ settled │ sync │ ... torn
///                                         │         │               │
/// output    head │ record ────────────────┘ record ─┘   record ─────┘               ... torn
/// ```
@NullMarked
package dev.crawler.core.journal;

import org.jspecify.annotations.NullMarked;
