package dev.crawler.tck.site;

import java.util.ArrayList;
import java.util.List;

/// Writes a reference to a place in one of the many ways that mean the same URL key. *Immutable.*
///
/// @param authorities `host:port` of each host
/// @param base what a relative reference is relative to
/// @param varied whether one key may have several spellings
record Spelling(List<String> authorities, Place base, boolean varied) {
  /// Ways that are safe in an HTML attribute and in a header alike.
  private static final int PLAIN_WAYS = 6;

  private static final int ALL_WAYS = 11;

  /// A target that is this long is so on purpose.
  private static final int LENGTH_MATTERS = 1000;

  /// An attribute value.
  String href(Place target, Dice dice) {
    return spelled(target, dice, ALL_WAYS);
  }

  /// A `Location`.
  String location(Place target, Dice dice) {
    return spelled(target, dice, PLAIN_WAYS);
  }

  private String spelled(Place target, Dice dice, int ways) {
    boolean vary =
        varied && target.target().length() < LENGTH_MATTERS && dice.with("vary").chance(45);
    int way = vary ? dice.with("way").below(ways) : -1;
    var authority = authorities.get(target.host());
    var absolute = "http://" + authority;
    return switch (way) {
      case 0 -> formed(target, target.target(), dice) + "#part-" + dice.below(9);
      case 1 -> formed(target, escaped(target.target(), dice), dice);
      case 2 -> absolute + "/gone/./.." + target.target();
      case 3 -> absolute + "/gone/%2E%2e" + target.target();
      case 4 -> absolute + (authority.contains(":") ? "" : ":80") + target.target();
      case 5 ->
          target.target().contains("?")
              ? absolute + target.target()
              : absolute + target.target() + "?";
      case 6 -> "HttP://" + authority + target.target();
      case 7 -> " \n" + formed(target, target.target(), dice) + "\t ";
      case 8 -> "http:/\t/" + authority + target.target().replace("p", "\np");
      case 9 -> "http:\\\\" + authority + target.path().replace('/', '\\') + query(target);
      case 10 -> absolute + target.target().replace("%C3%A9", "é").replace("%2F", "%2f");
      default -> formed(target, target.target(), dice);
    };
  }

  private static String query(Place place) {
    return place.target().substring(place.path().length());
  }

  private static String escaped(String target, Dice dice) {
    var tilde = dice.with("hex").chance(50) ? "%7E" : "%7e";
    return target.contains("~") ? target.replace("~", tilde) : target.replace("p", "%70");
  }

  private String formed(Place target, String spelled, Dice dice) {
    var authority = authorities.get(target.host());
    var forms =
        new ArrayList<>(List.of("http://" + authority + spelled, "//" + authority + spelled));
    if (target.host() == base.host()) {
      forms.add(spelled);
      forms.add(spelled);
      if (spelled.equals(target.target())) {
        forms.add(relative(target));
        forms.add(relative(target));
      }
      if (target.path().equals(base.path()) && target.target().contains("?")) {
        forms.add(query(target));
      }
    }
    return dice.with("form").pick(forms);
  }

  private String relative(Place target) {
    var from = List.of(base.path().substring(1).split("/", -1));
    var to = List.of(target.path().substring(1).split("/", -1));
    int shared = 0;
    while (shared < from.size() - 1
        && shared < to.size() - 1
        && from.get(shared).equals(to.get(shared))) {
      shared++;
    }
    var up = "../".repeat(from.size() - 1 - shared);
    var down = String.join("/", to.subList(shared, to.size()));
    return (up + down).isEmpty() ? "./" + query(target) : up + down + query(target);
  }
}
