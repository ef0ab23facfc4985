package dev.crawler.core.record;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which fields of a record are written; their order is always the contract's. *Immutable.*
public final class RecordFields {
  private static final Set<RecordField> VOLATILE =
      EnumSet.of(
          RecordField.ATTEMPTS,
          RecordField.FETCHED_AT,
          RecordField.ELAPSED_MS,
          RecordField.ADDRESS,
          RecordField.WORKER);

  private final EnumSet<RecordField> selected;

  private RecordFields(EnumSet<RecordField> selected) {
    this.selected = selected;
  }

  /// Every field of the contract.
  public static RecordFields all() {
    return new RecordFields(EnumSet.allOf(RecordField.class));
  }

  /// What does not differ from run to run: the ground on which crawls are compared.
  public static RecordFields withoutVolatile() {
    return all().without(VOLATILE);
  }

  /// The fields of those names, given in any order.
  ///
  /// @throws IllegalArgumentException naming a name that is none, and those that are; also when
  ///   nothing is named
  public static RecordFields of(Collection<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no record field named; there are " + labels());
    }
    var selected = EnumSet.noneOf(RecordField.class);
    names.forEach(name -> selected.add(named(name)));
    return new RecordFields(selected);
  }

  /// These fields less the links, which are most of a record's bytes.
  public RecordFields withoutLinks() {
    return without(EnumSet.of(RecordField.LINKS, RecordField.UNFOLLOWED));
  }

  /// These fields less the hash of a page's text: a table has no column for what nobody asked for.
  public RecordFields withoutSimHash() {
    return without(EnumSet.of(RecordField.SIMHASH));
  }

  /// Whether the hash of a page's text is among them.
  public boolean haveSimHash() {
    return selected.contains(RecordField.SIMHASH);
  }

  /// These fields less those that in a crawl without levels are of whichever way was found first.
  public RecordFields withoutDiscovery() {
    return without(EnumSet.of(RecordField.DEPTH, RecordField.REFERRER));
  }

  RecordField[] inOrder() {
    return selected.toArray(RecordField[]::new);
  }

  private RecordFields without(Set<RecordField> unwanted) {
    var rest = EnumSet.copyOf(selected);
    rest.removeAll(unwanted);
    return new RecordFields(rest);
  }

  private static RecordField named(String name) {
    return Stream.of(RecordField.values())
        .filter(field -> field.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no record field is named '" + name + "'; there are " + labels()));
  }

  /// The names of all fields, in their order.
  public static List<String> names() {
    return Stream.of(RecordField.values()).map(RecordField::label).toList();
  }

  private static String labels() {
    return String.join(", ", names());
  }
}
