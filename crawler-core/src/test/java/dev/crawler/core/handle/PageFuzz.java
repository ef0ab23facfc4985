package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fuzz.Law;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.record.RecordFields;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Any answer as a page: exactly one record, never by a fault of our own, and its line is JSON. The
/// first byte chooses the status and the header fields, so that the fuzzer reaches all readers; the
/// bytes up to the first line end are a header field's value, the rest is the body. *No state.*
public final class PageFuzz {
  private static final int[] STATUSES = {200, 200, 200, 301, 404, 503};
  private static final List<String> TYPES =
      List.of("text/html", "application/xhtml+xml", "text/plain", "");
  private static final List<String> CODINGS = List.of("", "gzip", "deflate", "gzip, deflate", "br");
  private static final List<String> FIELDS =
      List.of("Content-Type", "Location", "Retry-After", "X-Robots-Tag", "Content-Encoding");
  private static final JsonFactory JSON = new JsonFactory();

  private PageFuzz() {}

  /// Called by the fuzzer, for each answer that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    var tasks = new Tasks(Tasks.withMaxBody(HttpSettings.DEFAULT.maxBody() >> 4));

    var record = tasks.record(answer(input));

    Law.holds(record.reason() != FailureReason.INTERNAL, "no fault is our own", record);
    Law.holds(tasks.records().records().size() == 1, "a page has one record", record);
    var line = tasks.records().sortedLines(RecordFields.all()).getFirst();
    Law.holds(line.chars().noneMatch(c -> c < ' '), "a line has no control character", line);
    Law.holds(new String(line.getBytes(UTF_8), UTF_8).equals(line), "a line is UTF-8", line);
    Law.holds(isOneObject(line), "a line is JSON", line);
  }

  private static FetchResult answer(byte[] input) {
    int choice = input.length == 0 ? 0 : input[0] & 0xff;
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    var value = new String(input, Math.min(1, end), Math.max(0, end - 1), ISO_8859_1);
    var body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
    var headers =
        Headers.of(
            "Content-Type",
            pick(TYPES, choice),
            "Content-Encoding",
            pick(CODINGS, choice / 4),
            pick(FIELDS, choice / 20),
            value);
    int status = STATUSES[choice % STATUSES.length];
    return new FetchResult.Response(status, headers, body, choice % 7 == 0, Tasks.TRACE);
  }

  private static String pick(List<String> words, int choice) {
    return words.get(choice % words.size());
  }

  private static boolean isOneObject(String line) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException _) {
      return false;
    }
  }
}
