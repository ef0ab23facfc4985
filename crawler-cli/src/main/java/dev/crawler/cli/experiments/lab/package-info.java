/// Where experiments run: a [Lab] has the embedded site, the processes and the progress line, lets
/// engines race over a [Course], and keeps what comes of it. What it was asked for from outside are
/// its [Conditions].
@NullMarked
package dev.crawler.cli.experiments.lab;

import org.jspecify.annotations.NullMarked;
