/// What a comparison of engines comes to: the proof that all did the same work, and the figures of
/// each, which there are only where the proof holds. [Comparison] is the whole; its JSON form is
/// described in `docs/comparison-format.md`. Whoever shows a comparison needs nothing but this
/// package.
@NullMarked
package dev.crawler.cli.compare.result;

import org.jspecify.annotations.NullMarked;
