/// A comparison as a page for people: one HTML file that needs no network, with the proof in words,
/// the verdict, charts and all numbers. [ComparisonPage] puts it together; text and tables are
/// written here and can be read without a script, the charts are drawn from the JSON in the page.
@NullMarked
package dev.crawler.cli.compare.page;

import org.jspecify.annotations.NullMarked;
