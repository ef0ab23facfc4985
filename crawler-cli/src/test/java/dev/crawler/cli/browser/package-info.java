/// A headless Chromium for tests of pages, driven over its DevTools protocol with what the JDK has:
/// [Chromium] is the process, [Tab] a page in it. Where there is none, the tests are skipped and
/// say why; `CONTRIBUTING.md` tells how to get one.
@NullMarked
package dev.crawler.cli.browser;

import org.jspecify.annotations.NullMarked;
