/// What a person sees and presses: lines on standard error, the status line, warnings, figures in
/// words, signals. Nothing that came from the network reaches a terminal but through [Printable].
/// Who has no terminal gets the same lines without the status line.
@NullMarked
package dev.crawler.cli.terminal;

import org.jspecify.annotations.NullMarked;
