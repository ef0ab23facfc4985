/// Tests of the archive: what is written is read back by jwarc, whose validator has the last word.
/// [WarcRecords] is what a test sees of a file.
@NullMarked
package dev.crawler.cli.warc;

import org.jspecify.annotations.NullMarked;
