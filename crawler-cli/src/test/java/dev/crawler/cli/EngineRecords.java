package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What an engine recorded. *Immutable.*
///
/// @param lines sorted, without what differs from run to run
record EngineRecords(String engine, List<String> lines) {
  static void assertAgreement(List<EngineRecords> crawls) {
    var first = crawls.getFirst();
    assertThat(crawls).hasSizeGreaterThan(2);
    assertThat(first.lines()).hasSizeGreaterThan(3);
    assertThat(crawls).flatExtracting(first::differences).isEmpty();
  }

  List<String> differences(EngineRecords other) {
    return Stream.concat(
            lacking(other).stream().map(line -> engine + " alone: " + line),
            other.lacking(this).stream().map(line -> other.engine + " alone: " + line))
        .toList();
  }

  private List<String> lacking(EngineRecords other) {
    var rest = new ArrayList<>(lines);
    other.lines.forEach(rest::remove);
    return rest;
  }
}
