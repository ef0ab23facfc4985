package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spec:W2")
class DnsOpinionTest {
  @ParameterizedTest(name = "code {0}")
  @CsvSource({"0,false", "2,true", "3,false"})
  void aServerThatFailsIsToldFromANameThatHasNoAddress(int code, boolean missing)
      throws IOException {
    try (var server = NameServer.answering(code)) {

      assertThat(new DnsOpinion(server.url()).isMissing("named.example")).isEqualTo(missing);
    }
  }

  @Test
  void aServerThatIsNotThereIsNoAnswer() throws IOException {
    String gone;
    try (var server = NameServer.answering(0)) {
      gone = server.url();
    }

    assertThat(new DnsOpinion(gone).isMissing("named.example")).isTrue();
  }

  @Test
  void whatIsNoNameIsNotAskedFor() {
    var opinion = new DnsOpinion("dns://127.0.0.1:1");

    assertThat(opinion.isMissing("ldap://evil.example/x")).isFalse();
    assertThat(opinion.isMissing("")).isFalse();
  }
}
