package dev.crawler.core.handle;

import dev.crawler.core.record.PageRecord;

/// What a crawl takes from an HTML page. *Immutable.*
///
/// @param encoding what it was decoded with
/// @param facts what it says of itself
/// @param links where it leads
/// @param cut whether it has more markup than is read
record HtmlPage(EncodingChoice encoding, PageRecord.Html facts, PageLinks links, boolean cut) {}
