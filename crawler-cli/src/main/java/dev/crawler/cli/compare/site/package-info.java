/// The embedded site of a comparison, in a process of its own: so that its work is not counted as
/// the crawler's, and so that what it was asked is known from its own log. [SiteProcess] is that
/// process, [OwnSite] stands for it in the command, [LoadClient] finds out how much it can serve.
@NullMarked
package dev.crawler.cli.compare.site;

import org.jspecify.annotations.NullMarked;
