/// Options that are given elsewhere than on the command line: in a file, in the environment. They
/// are turned into arguments and put before those of the command line, so that one parser and one
/// set of converters reads them all. What is wrong is told with its place.
@NullMarked
package dev.crawler.cli.config;

import org.jspecify.annotations.NullMarked;
