/// Lists of URLs as people have them: files, pipes, gzip, arguments; comments, marks and odd line
/// ends. They are streamed, never sorted. A line that is no URL is kept: it becomes a record.
@NullMarked
package dev.crawler.cli.input;

import org.jspecify.annotations.NullMarked;
