/// A crawl that a person watches: started, shown while it runs, ended by itself, by a limit or by a
/// signal, and told of. [CrawlJob] is the whole of it; the rest are its parts. What was written is
/// kept on every way out.
@NullMarked
package dev.crawler.cli.job;

import org.jspecify.annotations.NullMarked;
