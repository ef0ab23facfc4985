package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A kept crawl whose list breaks off before it is all read.
@Timeout(60)
class UnreadInputTest {
  /// Nobody is asked for them: they are no URLs to crawl.
  private static final List<String> SEEDS = List.of("ftp://a.example/", "no url", "mailto:b");

  @TempDir private Path folder;

  private Path output() {
    return folder.resolve("out");
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  /// A list that breaks off, as one does whose reader dies.
  private Shell breakingOff(String... options) {
    var begin = new ByteArrayInputStream((SEEDS.getFirst() + "\n").getBytes(UTF_8));
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the pipe broke");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            options,
            new SequenceInputStream(begin, broken),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, UTF_8));
    return new Shell(code, "", err.toString(UTF_8));
  }

  @Tag("spec:J8")
  @Test
  void oneThatEndedBeforeItsInputWasReadBeginsAnew() throws IOException {
    var command =
        new String[] {
          "crawl", "-i", "-", "--format", "csv", "--state", state(), "-o", output().toString()
        };
    assertThat(breakingOff(command).code()).isEqualTo(7);
    var list = String.join("\n", SEEDS);

    var resumed = Shell.runWithInput(list, "crawl", "--state", state(), "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("beginning anew: it had ended before all input was read");
    assertThat(Files.readString(output())).startsWith("schema,url,");
    assertThat(Files.readString(output()).lines()).hasSize(1 + SEEDS.size());
  }

  @Tag("spec:J8")
  @Test
  void oneThatEndedBeforeItsInputWasReadMakesWay() throws IOException {
    var command = new String[] {"crawl", "-i", "-", "--state", state(), "-o", output().toString()};
    assertThat(breakingOff(command).code()).isEqualTo(7);

    var list = String.join("\n", SEEDS);

    var anew = Shell.runWithInput(list, command);
    var again = Shell.runWithInput(list, command);

    assertThat(anew.code()).as(anew.err()).isZero();
    assertThat(Files.readString(output()).lines()).hasSize(SEEDS.size());
    assertThat(again.code()).isEqualTo(5);
    assertThat(again.err()).contains("a crawl is kept in " + state() + " already");
  }
}
