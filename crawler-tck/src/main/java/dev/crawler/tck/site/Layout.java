package dev.crawler.tck.site;

import java.util.OptionalInt;

/// Where the numbered pages of a host stand, and which number stands at a target. *Immutable.*
record Layout(Dice dice, int pages) {
  /// The target of a page in the form of a key.
  String target(int host, int page) {
    if (page == 0) {
      return "/";
    }
    return switch (dice.with(host).with(page).with("layout").below(12)) {
      case 0, 1, 2 -> "/p" + page + ".html";
      case 3, 4 -> "/d" + page % 3 + "/p" + page;
      case 5 -> "/~u" + page + "/";
      case 6, 7 -> "/list?page=" + page;
      case 8 -> "/a/b" + page % 2 + "/c/p" + page + ".html";
      case 9 -> "/private/p" + page;
      case 10 -> page % 2 == 0 ? "/private/open/p" + page : "/w%2Fx/p" + page;
      default -> "/caf%C3%A9/p" + page + ".HTML";
    };
  }

  /// The number of the page that stands there.
  OptionalInt page(Place place) {
    if (place.target().equals("/")) {
      return OptionalInt.of(0);
    }
    int end = place.target().length();
    while (end > 0 && !isDigit(place.target().charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < 8 && isDigit(place.target().charAt(start - 1))) {
      start--;
    }
    if (start == end) {
      return OptionalInt.empty();
    }
    int page = Integer.parseInt(place.target().substring(start, end));
    boolean stands = page < pages && target(place.host(), page).equals(place.target());
    return stands ? OptionalInt.of(page) : OptionalInt.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
