package dev.crawler.tck.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TestKeysTest {
  private static final Path SOURCE =
      Path.of(System.getProperty("crawler.root", ".."))
          .resolve("crawler-tck/src/main/resources/dev/crawler/tck/tls")
          .resolve(TestKeys.STORE);

  private static final Instant LONG_AHEAD =
      LocalDate.of(2100, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final List<String> LASTING =
      List.of("-startdate", "2026/01/01 00:00:00", "-validity", "36500");
  private static final List<String> ENDED =
      List.of("-startdate", "2020/01/01 00:00:00", "-validity", "7");

  @EnabledIfSystemProperty(
      named = "crawler.keys",
      matches = "write",
      disabledReason = "makes the store anew: with -Dcrawler.keys=write")
  @Test
  void isMadeByKeytool() throws IOException, InterruptedException {
    Files.deleteIfExists(SOURCE);
    authority(TestKeys.AUTHORITY);
    authority("stranger");
    authority("between", "-signer", TestKeys.AUTHORITY);
    server(Identity.TRUE, LASTING, "-signer", TestKeys.AUTHORITY);
    server(Identity.EXPIRED, ENDED, "-signer", TestKeys.AUTHORITY);
    server(Identity.SELF_SIGNED, LASTING);
    server(Identity.UNKNOWN_ROOT, LASTING, "-signer", "stranger");
    server(Identity.INCOMPLETE, LASTING, "-signer", "between");

    assertThat(SOURCE).isNotEmptyFile();
  }

  private static void authority(String alias, String... more)
      throws IOException, InterruptedException {
    generate(alias, LASTING, "bc:c", more);
  }

  private static void server(Identity identity, List<String> period, String... more)
      throws IOException, InterruptedException {
    var names = "san=dns:secure.example,dns:named.example,ip:127.0.0.1";
    generate(TestKeys.alias(identity), period, names, more);
  }

  private static void generate(String alias, List<String> period, String extension, String... more)
      throws IOException, InterruptedException {
    var options = new ArrayList<>(period);
    options.addAll(List.of("-ext", extension));
    options.addAll(Arrays.asList(more));
    new Keytool(SOURCE).generate(alias, options.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void oneAloneHasExpired(Identity identity) throws Exception {
    var end = TestKeys.ofKit().certificate(TestKeys.alias(identity)).getNotAfter().toInstant();

    assertThat(end.isBefore(LONG_AHEAD)).isEqualTo(identity == Identity.EXPIRED);
  }

  @ParameterizedTest
  @EnumSource
  void eachIsOfAllNames(Identity identity) throws Exception {
    var certificate = TestKeys.ofKit().certificate(TestKeys.alias(identity));

    assertThat(certificate.getSubjectAlternativeNames().stream().map(List::getLast))
        .isEqualTo(Stream.of("secure.example", "named.example", "127.0.0.1").toList());
  }

  @Test
  void theAuthorityAloneIsTrustedAndLasts() throws Exception {
    var authority = TestKeys.ofKit().certificate(TestKeys.AUTHORITY);
    var trusted =
        KeyStore.getInstance(TestKeys.ofKit().trusted().toFile(), TestKeys.PASSWORD.toCharArray());

    assertThat(trusted.size()).isEqualTo(1);
    assertThat(trusted.getCertificate(TestKeys.AUTHORITY)).isEqualTo(authority);
    assertThat(authority.getNotAfter().toInstant()).isAfter(LONG_AHEAD);
  }
}
