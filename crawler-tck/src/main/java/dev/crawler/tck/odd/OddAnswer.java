package dev.crawler.tck.odd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// One answer: a head, a body framed by that head or not, and now and then a few bytes bent. *A
/// pure function of its number.*
public final class OddAnswer {
  private final Chance chance;
  private final StringBuilder bytes = new StringBuilder();

  private OddAnswer(long number) {
    chance = new Chance(number);
  }

  /// Whether it comes in two pieces. It says then that it is the last of its connection: what comes
  /// behind an answer could else be taken for the next one, and whether it is would be chance.
  static boolean isCut(long number) {
    return number % 3 == 0;
  }

  /// The bytes of the answer with that number.
  public static byte[] bytes(long number) {
    var answer = new OddAnswer(number);
    answer.write(
        isCut(number) ? "Connection: close" : "Server: x",
        "<html><head><title>Page " + number + "</title><body><a href=/next>next</a>");
    if (!isCut(number) && answer.chance.percent(35)) {
      answer.bend();
    }
    return answer.bytes.toString().getBytes(ISO_8859_1);
  }

  private void write(String first, String body) {
    line(chance.usually(60, OddParts.STATUS_LINES));
    line(first);
    line("Content-Type: text/html");
    for (int i = chance.below(3); i > 0; i--) {
      line(chance.usually(40, OddParts.FIELDS));
    }
    switch (chance.below(5)) {
      case 0, 1 -> {
        line(chance.usually(40, OddParts.LENGTHS).formatted(body.length()));
        end();
        bytes.append(body).append(chance.percent(90) ? "" : "more");
      }
      case 2, 3 -> {
        line(chance.usually(50, OddParts.CODINGS));
        end();
        chunks(body);
      }
      default -> {
        end();
        bytes.append(body);
      }
    }
  }

  private void chunks(String body) {
    int middle = 1 + chance.below(body.length() - 1);
    chunk(body.substring(0, middle));
    chunk(body.substring(middle));
    bytes.append(chance.usually(60, OddParts.LAST_CHUNKS));
  }

  private void chunk(String text) {
    line(chance.usually(80, OddParts.SIZES).formatted(text.length()));
    bytes.append(text).append(chance.usually(95, OddParts.LINE_ENDS));
  }

  private void line(String text) {
    bytes.append(text).append(chance.usually(97, OddParts.LINE_ENDS));
  }

  private void end() {
    bytes.append(chance.usually(95, OddParts.LINE_ENDS));
  }

  private void bend() {
    int at = chance.below(bytes.length());
    switch (chance.below(5)) {
      case 0 -> bytes.setCharAt(at, (char) chance.below(256));
      case 1 -> bytes.insert(at, (char) chance.below(256));
      case 2 -> bytes.deleteCharAt(at);
      case 3 -> bytes.setLength(at);
      default -> bytes.insert(at, bytes.substring(0, Math.min(at, 20)));
    }
  }
}
