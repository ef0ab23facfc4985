/// The archive of a crawl as a WARC 1.1 file. A [WarcOutput] takes the answers of the engines,
/// [RecordHeader] says what each is, a [RecordFrame] puts it into bytes, and a [RecordFile] has
/// them appear whole or not at all. Only this package knows jwarc; see `docs/adr/0012-warc.md`.
@NullMarked
package dev.crawler.cli.warc;

import org.jspecify.annotations.NullMarked;
