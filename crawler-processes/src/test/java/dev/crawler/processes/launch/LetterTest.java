package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LetterTest {
  private final Letter letter =
      new Letter(3, Scripts.settings("cluster-1", Path.of("/tmp/a folder\nwith a line")));

  private static byte[] bytes(Letter letter) throws IOException {
    var out = new ByteArrayOutputStream();
    letter.writeTo(out);
    return out.toByteArray();
  }

  @Test
  void aLetterIsReadAsItWasWritten() throws IOException {
    var read = Letter.readFrom(new ByteArrayInputStream(bytes(letter)));

    assertThat(read).isEqualTo(letter);
  }

  @Test
  void whatFollowsIsLeftUnread() throws IOException {
    var bytes = bytes(letter);
    var in = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 5));

    Letter.readFrom(in);

    assertThat(in.available()).isEqualTo(5);
  }

  @Test
  void aLetterThatIsTornOrForeignIsRefused() throws IOException {
    var bytes = bytes(letter);

    for (int length = 0; length < bytes.length; length++) {
      var torn = new ByteArrayInputStream(bytes, 0, length);
      assertThatThrownBy(() -> Letter.readFrom(torn)).isInstanceOf(IOException.class);
    }
    bytes[3]++;
    assertThatThrownBy(() -> Letter.readFrom(new ByteArrayInputStream(bytes)))
        .hasMessageContaining("this version");
  }
}
