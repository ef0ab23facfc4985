package dev.crawler.cli.report;

import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Printable;
import dev.crawler.core.simhash.NearDuplicates;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Groups of pages that are nearly the same, the greatest first. *Immutable.*
///
/// @param pages that were looked at
/// @param doubled of them in groups of two or more
/// @param all number of such groups
/// @param groups the greatest of them
/// @param remarks what is missing, a line each
record DuplicateTable(
    int pages, int doubled, int all, List<DuplicateGroup> groups, List<String> remarks) {
  private static final int KEPT = 10_000;

  /// As many as a person reads on a terminal; a file has more.
  private static final int SHOWN = 100;

  /// A table of nothing, because the URLs could not be kept.
  static DuplicateTable lost(IOException failure) {
    var line = "near-duplicates are not known: their URLs could not be kept: ";
    return new DuplicateTable(0, 0, 0, List.of(), List.of(line + failure.getMessage()));
  }

  /// The table of those hashes.
  ///
  /// @param urls of them, in the same order
  /// @param cut whether there were more pages than were noted
  static DuplicateTable of(NearDuplicates hashes, BufferedReader urls, boolean cut)
      throws IOException {
    var found = hashes.groups();
    var places = IntStream.range(0, hashes.size()).map(i -> hashes.groupOf(i, found)).toArray();
    var sizes = new int[found.bound()];
    for (int place : places) {
      sizes[place]++;
    }
    var groups = greatest(sizes);
    for (int place : places) {
      var url = urls.readLine();
      if (url == null) {
        throw new EOFException("the file of URLs was cut off");
      }
      var group = groups.get(place);
      if (group != null) {
        group.add(url);
      }
    }
    return new DuplicateTable(
        places.length,
        IntStream.of(sizes).filter(size -> size > 1).sum(),
        (int) IntStream.of(sizes).filter(size -> size > 1).count(),
        groups.values().stream().sorted(DuplicateGroup.GREATEST_FIRST).toList(),
        remarks(cut, found.isCut(), places.length));
  }

  private static Map<Integer, DuplicateGroup> greatest(int[] sizes) {
    var groups = new HashMap<Integer, DuplicateGroup>();
    IntStream.range(0, sizes.length)
        .filter(place -> sizes[place] > 1)
        .boxed()
        .sorted(Comparator.comparingInt((Integer place) -> -sizes[place]))
        .limit(KEPT)
        .forEach(place -> groups.put(place, new DuplicateGroup(sizes[place])));
    return groups;
  }

  private static List<String> remarks(boolean cut, boolean incomplete, int pages) {
    var remarks = new ArrayList<String>();
    if (cut) {
      remarks.add("only the first %d pages were looked at for near-duplicates".formatted(pages));
    }
    if (incomplete) {
      remarks.add("so many pages are alike that not all were compared; groups may be too small");
    }
    return remarks;
  }

  /// The table for standard error.
  List<Notice> notices() {
    var notices = new ArrayList<Notice>();
    notices.add(
        Notice.info(
            "duplicate_sum",
            sum(),
            json -> {
              json.writeNumberProperty("pages", pages);
              json.writeNumberProperty("doubled", doubled);
              json.writeNumberProperty("groups", all);
            }));
    groups.stream().limit(SHOWN).map(DuplicateTable::notice).forEach(notices::add);
    more(SHOWN).forEach(line -> notices.add(cut(line)));
    remarks.forEach(line -> notices.add(cut(line)));
    return notices;
  }

  /// The table as lines, with every group that is kept.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(sum());
    groups.forEach(group -> lines.add(Printable.of(line(group))));
    lines.addAll(more(KEPT));
    lines.addAll(remarks);
    return lines;
  }

  private List<String> more(int shown) {
    return all > shown
        ? List.of("%d smaller groups are not shown".formatted(all - shown))
        : List.of();
  }

  private String sum() {
    return "%8d  %-34s in %d groups, of %d pages"
        .formatted(doubled, "nearly the same as another", all, pages);
  }

  private static String line(DuplicateGroup group) {
    return "%8d  %-34s %s".formatted(group.pages(), "nearly the same", group.told());
  }

  private static Notice notice(DuplicateGroup group) {
    return Notice.info(
        "duplicate_group",
        line(group),
        json -> {
          json.writeNumberProperty("pages", group.pages());
          json.writeArrayPropertyStart("examples");
          group.examples().forEach(json::writeString);
          json.writeEndArray();
        });
  }

  private static Notice cut(String line) {
    return Notice.info("report_cut", line, Notice.Fields.NONE);
  }
}
