package dev.crawler.cli.config;

import static java.util.Comparator.comparingInt;

import java.util.Collection;

/// What a person may have meant by a name that there is not.
final class Spelling {
  private Spelling() {}

  /// `; did you mean depth?`, or nothing when no name comes near.
  static String hint(String word, Collection<String> names) {
    int most = Math.max(1, word.length() / 3);
    return names.stream()
        .filter(name -> distance(word, name) <= most)
        .min(comparingInt(name -> distance(word, name)))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /// Characters to put in, take out or change (Levenshtein), row by row.
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
