package dev.crawler.core.handle;

import dev.crawler.core.record.PageRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gathers what a page lets robots do, from `<meta name="robots">` and `X-Robots-Tag`. What any of
/// them forbids to all, or to us by our product token, is forbidden. *Confined to one thread.*
final class RobotsDirectives {
  /// Directives with a value of their own after a colon: not the name of a robot.
  private static final Set<String> VALUED =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  private final String productToken;
  private boolean index = true;
  private boolean follow = true;

  RobotsDirectives(String productToken) {
    this.productToken = productToken;
  }

  /// Takes in a meta element, when its name concerns us.
  void addMeta(String name, String content) {
    if (name.equalsIgnoreCase("robots") || name.equalsIgnoreCase(productToken)) {
      for (var directive : content.split(",", -1)) {
        apply(directive.strip());
      }
    }
  }

  /// Takes in the values of `X-Robots-Tag`. A name before a colon addresses that robot, up to the
  /// next name or the end of the value.
  void addHeaders(List<String> values) {
    for (var value : values) {
      boolean ours = true;
      for (var part : value.split(",", -1)) {
        int colon = part.indexOf(':');
        var name = colon < 0 ? "" : part.substring(0, colon).strip();
        if (!name.isEmpty() && !VALUED.contains(name.toLowerCase(Locale.ROOT))) {
          ours = name.equalsIgnoreCase(productToken) || name.equals("*");
          part = part.substring(colon + 1);
        }
        if (ours) {
          apply(part.strip());
        }
      }
    }
  }

  private void apply(String directive) {
    switch (directive.toLowerCase(Locale.ROOT)) {
      case "noindex" -> index = false;
      case "nofollow" -> follow = false;
      case "none" -> {
        index = false;
        follow = false;
      }
      default -> {}
    }
  }

  boolean follow() {
    return follow;
  }

  PageRecord.RobotsMeta result() {
    return new PageRecord.RobotsMeta(index, follow);
  }
}
