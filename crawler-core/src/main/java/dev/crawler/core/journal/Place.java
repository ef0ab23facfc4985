package dev.crawler.core.journal;

/// Where the record of a settled URL lies in the output, and what it says. *Immutable.*
///
/// @param end where it ends
/// @param length in bytes, line end included
/// @param checksum CRC-32C of these bytes
/// @param gist of the record
/// @param epoch of the claim under which it was written, where several processes may write one
record Place(long end, long length, int checksum, Gist gist, long epoch) {
  long start() {
    return end - length;
  }
}
