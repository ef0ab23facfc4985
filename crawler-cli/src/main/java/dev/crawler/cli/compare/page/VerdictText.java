package dev.crawler.cli.compare.page;

import java.util.List;
import java.util.Locale;

/// A verdict in words.
///
/// @param headline the whole, short
/// @param reason why so, in a sentence
public record VerdictText(String headline, String reason) {
  /// The words for it.
  public static VerdictText of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Unproven() ->
          new VerdictText(
              "No winner, no figures",
              "The engines did not do the same work, so nothing can be said of who is fastest.");
      case Verdict.Alone(var engine) ->
          new VerdictText(
              engine + " ran alone", "There is nobody to compare it with, so there is no winner.");
      case Verdict.OneRound(var first) ->
          new VerdictText(
              "No winner after one round",
              first + " came first, but a single round does not tell skill from chance.");
      case Verdict.SiteBound(var first, var times) ->
          new VerdictText(
              "No winner: the site was too slow",
              String.format(
                  Locale.ROOT,
                  "%s came first, but the site could serve only %.1f times what it asked for. The"
                      + " figures may be those of the site.",
                  first,
                  times));
      case Verdict.Equal(var engines, var rounds) ->
          new VerdictText(
              listed(engines) + " are equal",
              "Their pages per second overlap over "
                  + rounds
                  + " rounds, so none of them is the winner.");
      case Verdict.Winner(var engine, var times, var next, var rounds) ->
          new VerdictText(
              engine + " is the fastest",
              String.format(
                  Locale.ROOT,
                  "%.2f times the pages per second of %s (medians), and ahead of every other engine"
                      + " in each of %d rounds.",
                  times,
                  next,
                  rounds));
    };
  }

  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
