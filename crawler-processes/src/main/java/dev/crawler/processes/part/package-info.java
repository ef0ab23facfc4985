/// Where records lie until a crawl has ended: each worker appends its own to a file, and the
/// settlements of the ledger say which of them count. A line is in the file before its URL is
/// settled, so that no death of a process loses a settled record. A log is thread-safe; readers and
/// the merge are confined to one thread.
@NullMarked
package dev.crawler.processes.part;

import org.jspecify.annotations.NullMarked;
