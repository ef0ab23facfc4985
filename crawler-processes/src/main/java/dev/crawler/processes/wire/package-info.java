/// The bytes in which plans and robots verdicts go from process to process. Each codec is written
/// by hand over [WireOutput] and [WireInput], begins with the version of its format, and refuses
/// foreign bytes with a [WireFormatException] before it holds more memory than they are long.
/// Codecs have no state; inputs and outputs are confined to one thread.
@NullMarked
package dev.crawler.processes.wire;

import org.jspecify.annotations.NullMarked;
