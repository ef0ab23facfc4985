package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:O5")
class RecordCsvTest {
  private static final RecordFields URL_AND_TITLE = RecordFields.of(List.of("title", "url"));

  @TempDir private Path folder;

  private static String csv(RecordFields fields, PageRecord... pages) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sink = LineSink.to(out, RecordFormat.csv(fields))) {
      for (var page : pages) {
        sink.write(page);
      }
    }
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
  }

  @Test
  void aRecordIsALineBelowTheNamesOfItsFields() throws IOException {
    var text =
        csv(
            RecordFields.all().withoutSimHash(),
            Pages.full("T, \"t\""),
            Pages.failed("http://ex.com/a"));

    assertThat(text)
        .isEqualTo(
            """
            schema,url,outcome,reason,error,status,redirect_to,depth,referrer,\
            content_type,charset,charset_source,bytes,truncated,sha256,\
            title,description,canonical,lang,robots,links,\
            etag,last_modified,not_modified,unfollowed,\
            attempts,fetched_at,elapsed_ms,address,worker\r
            1,http://ex.com/a,ok,,,200,,2,http://ex.com/,\
            text/html,UTF-8,header,12,true,00ff,\
            "T, ""t""\",about,http://ex.com/c,de,index nofollow,http://ex.com/b http://ex.com/c,\
            ,,,,2,2026-11-20T10:00:00.000Z,1,192.0.2.1,\r
            1,http://ex.com/a,failed,connect,refused,,,0,,,,,,,,,,,,,,,,,,0,,,,\r
            """);
  }

  @Test
  void aCrawlWithoutRecordsHasItsHeaderAllTheSame() throws IOException {
    assertThat(csv(URL_AND_TITLE)).isEqualTo("url,title\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1",
        "=\"\",",
      })
  void whatASpreadsheetWouldRunBeginsWithAnApostrophe(String title) throws IOException {
    var cell = cells(csv(URL_AND_TITLE, Pages.full(title))).getLast();

    assertThat(cell).isEqualTo("'" + title.replace('\r', '\n'));
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "'a=b', 'a=b'",
    "'', '\"\"'",
    "' x', '\" x\"'",
    "'a;b', '\"a;b\"'",
    "'a\r\nb\rc', '\"a\nb\nc\"'",
    "'a\tb', '\"a\tb\"'",
    "'\u001B[31m\u0000\u007F\u009B', '\uFFFD[31m\uFFFD\uFFFD\uFFFD'",
    "'a\u202Eb\u2028', 'a\uFFFDb\uFFFD'",
    "'\uD83D', '\uFFFD'",
  })
  void quotesStandWhereTheyMust(String title, String cell) throws IOException {
    var text = csv(URL_AND_TITLE, Pages.full(title));

    assertThat(text).isEqualTo("url,title\r\nhttp://ex.com/a," + cell + "\r\n");
  }

  @Test
  void anyTextIsReadBackByAnotherParser() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var alphabet = "ab,;\"'\n\t =+-@\u00E4\u200D";
    for (int round = 0; round < 2_000; round++) {
      var title = new StringBuilder("x");
      random
          .ints(random.nextInt(12), 0, alphabet.length())
          .forEach(i -> title.append(alphabet.charAt(i)));

      var cells = cells(csv(URL_AND_TITLE, Pages.full(title.toString())));

      assertThat(cells)
          .as("seed %d, round %d", seed, round)
          .containsExactly("http://ex.com/a", title.toString());
    }
  }

  @Test
  void wholeLinesAreKeptThoughACellHasLineBreaks() throws IOException {
    var whole = csv(URL_AND_TITLE, Pages.full("a\r\nb"));
    for (int padding = 65_500; padding < 65_560; padding++) {
      var torn = whole + "http://ex.com/,\"" + "x".repeat(padding) + "\nfirst\nsec";
      var part = Files.writeString(folder.resolve("x.part"), torn);

      WholeLines.keep(part, RecordFormat.csv(URL_AND_TITLE).lineEnd());

      assertThat(part).content().isEqualTo(whole);
    }
  }

  private static List<String> cells(String csv) throws IOException {
    try (var parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      return parser.getRecords().getLast().toList();
    }
  }
}
