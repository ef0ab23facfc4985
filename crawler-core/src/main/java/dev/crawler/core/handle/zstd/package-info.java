/// Undoes Zstandard (RFC 8878) in plain Java: no native code and no `Unsafe`, so that the worst
/// that hostile bytes can reach is an index out of bounds. The output array is the window; nothing
/// else grows with what a frame claims. Confined to one thread.
///
/// ```
/// ZstdDecoder   frames, blocks, checksum
///   Literals    bytes of a block, as they are or coded  ─▶ HuffmanTable ─▶ FseTable, BackwardBits
///   Sequences   what to copy between them               ─▶ FseTable, BackwardBits
/// ```
@NullMarked
package dev.crawler.core.handle.zstd;

import org.jspecify.annotations.NullMarked;
