package dev.crawler.processes.part;

import dev.crawler.core.record.PageRecord;

/// A record of a part file. *Immutable.*
///
/// @param position where its line begins, as [PartLog#append] returned it
/// @param key what it is settled by
/// @param page the record
public record PartEntry(long position, RecordKey key, PageRecord page) {
  static PartEntry of(long position, PageRecord page) {
    return new PartEntry(position, RecordKey.of(page.url()), page);
  }
}
