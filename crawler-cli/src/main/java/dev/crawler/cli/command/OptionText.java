package dev.crawler.cli.command;

import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.Depth;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts of option values. Each method reads one kind; a text that makes no sense is refused
/// with what would.
public final class OptionText {
  private static final String DURATION = "a duration; write 250ms, 1.5s, 2m or 1h";
  private static final String SIZE = "a size; write 10MiB, 500KB or a number of bytes";

  /// Header fields that the crawler sets itself; a second one would break framing, decoding or
  /// connection reuse (RFC 9110 section 7.6.1, RFC 9112 section 6).
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private OptionText() {}

  /// The text itself.
  public static String text(String text) {
    return text;
  }

  /// `true` or `false`, of an option that on a command line has no value.
  public static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(text, "true or false");
    };
  }

  /// A whole number.
  public static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw refused(text, "a whole number that is not too large");
    }
  }

  /// A TCP port, or 0.
  public static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw refused(text, "a port; write a number from 0 to 65535");
    }
    return Integer.parseInt(text);
  }

  /// A whole number that is not below the least.
  public static Function<String, Integer> atLeast(int least) {
    return text -> {
      int number = number(text);
      if (number < least) {
        throw refused(text, "a number of " + least + " or more");
      }
      return number;
    };
  }

  /// A text of that kind that the plan takes, too: what it has against the value is told by the
  /// option, and so with the place where it was given.
  public static <T> Function<String, T> checked(Function<String, T> reader, Consumer<T> check) {
    return text -> {
      var value = reader.apply(text);
      try {
        check.accept(value);
      } catch (IllegalArgumentException e) {
        throw new ValueException(e.getMessage());
      }
      return value;
    };
  }

  /// A duration that is no moment.
  public static Duration lasting(String text) {
    var duration = duration(text);
    if (duration.isZero()) {
      throw refused(text, "longer than nothing");
    }
    return duration;
  }

  /// `250ms`, `1.5s`, `2m`, `1h`, `0`.
  public static Duration duration(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    var quantity = quantity(text, DURATION);
    var unit =
        switch (quantity.group(2)) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          case "h" -> Duration.ofHours(1);
          default -> throw refused(text, DURATION);
        };
    double nanos = Double.parseDouble(quantity.group(1)) * unit.toNanos();
    if (nanos > Duration.ofDays(365).toNanos()) {
      throw new ValueException("'" + text + "' is longer than a year");
    }
    return Duration.ofNanos(Math.round(nanos));
  }

  /// `10MiB`, `500KB`, `1GB`, `2048`; powers of 1024 with the `i`, of 1000 without.
  public static int size(String text) {
    var quantity = quantity(text, SIZE);
    var unit =
        switch (quantity.group(2).toLowerCase(Locale.ROOT)) {
          case "", "b" -> 1L;
          case "k", "kib" -> 1L << 10;
          case "m", "mib" -> 1L << 20;
          case "g", "gib" -> 1L << 30;
          case "kb" -> 1_000L;
          case "mb" -> 1_000_000L;
          case "gb" -> 1_000_000_000L;
          default -> throw refused(text, SIZE);
        };
    double bytes = Double.parseDouble(quantity.group(1)) * unit;
    if (bytes > Integer.MAX_VALUE) {
      throw new ValueException("'" + text + "' is more than 2147483647 bytes");
    }
    return (int) Math.round(bytes);
  }

  /// A number of 0 or more, or `unlimited`.
  public static Depth depth(String text) {
    if (text.equals("unlimited")) {
      return Depth.UNLIMITED;
    }
    try {
      return new Depth(Integer.parseInt(text));
    } catch (IllegalArgumentException e) {
      throw refused(text, "a depth; write a number of 0 or more, or unlimited");
    }
  }

  /// `Name: value`.
  public static Headers.Field header(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw refused(text, "a header; write 'Name: value'");
    }
    var name = text.substring(0, colon);
    if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new ValueException(
          name.equalsIgnoreCase("user-agent")
              ? "the user agent is set with -A"
              : name + " is set by the crawler itself");
    }
    return new Headers.Field(name, text.substring(colon + 1).strip());
  }

  /// `http://[user:password@]host:port`. A refusal does not show it: it may hold a password.
  public static ProxyServer proxy(String text) {
    try {
      return ProxyServer.of(text);
    } catch (IllegalArgumentException e) {
      throw new ValueException(e.getMessage());
    }
  }

  /// `HOST:PORT`.
  public static Endpoint endpoint(String text) {
    try {
      return Endpoint.of(text);
    } catch (IllegalArgumentException e) {
      throw new ValueException(e.getMessage());
    }
  }

  /// `HOST:PORT,HOST:PORT`.
  public static List<Endpoint> endpoints(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(OptionText::endpoint).toList();
  }

  /// A constant of an enum, in lower case.
  public static <E extends Enum<E>> Choice<E> word(Class<E> type) {
    var constants = List.of(type.getEnumConstants());
    var words = constants.stream().map(OptionText::word).toList();
    return new Choice<>(
        text ->
            constants.stream()
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(text, "one of " + String.join(", ", words))),
        () -> words);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Matcher quantity(String text, String expected) {
    var matcher = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([A-Za-z]*)").matcher(text);
    if (!matcher.matches()) {
      throw refused(text, expected);
    }
    return matcher;
  }

  /// An option value that is not what it should be.
  public static ValueException refused(String text, String expected) {
    return new ValueException("'" + text + "' is not " + expected);
  }
}
