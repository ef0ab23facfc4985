/// Experiments as a person reads them: a page in Markdown, its charts, a text for the terminal. All
/// of it is a function of raw data; the page of the documentation is made by the same code as the
/// one beside a user's own results.
@NullMarked
package dev.crawler.cli.experiments.page;

import org.jspecify.annotations.NullMarked;
