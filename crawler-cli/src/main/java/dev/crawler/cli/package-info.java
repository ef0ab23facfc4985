/// The command line: options in, records to standard output, everything else to standard error. The
/// only module that sees all engines, and it knows none of them by name: they are found by
/// [java.util.ServiceLoader]. Every expected failure ends here as one line and an [ExitCode].
@NullMarked
package dev.crawler.cli;

import org.jspecify.annotations.NullMarked;
