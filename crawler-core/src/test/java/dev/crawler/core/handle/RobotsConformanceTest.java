package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.ConformanceCases;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Google's robots.txt specification tests. Where one contradicts RFC 9309 the RFC wins.
@Tag("spec:R3")
class RobotsConformanceTest {
  /// The cases at hand that contradict the RFC, each after its sentence in section 2.2.2.
  private static final Set<String> CONTRADICTIONS =
      Set.of(
          // "The /robots.txt URI is implicitly allowed."
          "stress/327748.textproto http://m.example.com/robots.txt asdfbot",
          "stress/369883.textproto http://example.com/robots.txt BarBot",
          // "Octets [...] outside the range of the ASCII coded character set [...] MUST be
          // percent-encoded [...] prior to comparison."
          "correctness/non-ascii-paths.textproto http://foo.bar/foo/bar/ツ FooBot");

  private static final Pattern ESCAPED_LETTER = Pattern.compile("%(4[1-9A-F]|5[0-9A]|6|7[0-9A])");

  @Test
  void everyCaseHoldsButThoseThatContradictTheRfc() {
    var cases = cases();

    var broken = cases.stream().filter(Case::isBroken).filter(c -> !c.contradictsTheRfc()).toList();

    assertThat(cases).isNotEmpty();
    assertThat(broken).isEmpty();
  }

  @Test
  void noNamedContradictionIsNamedInVain() {
    var named = cases().stream().filter(c -> CONTRADICTIONS.contains(c.name())).toList();

    assertThat(named).allMatch(Case::isBroken);
  }

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (var members : ConformanceCases.read("robots-cases.json")) {
      cases.add(
          new Case(
              String.valueOf(members.get("file")),
              String.valueOf(members.get("robots_hex")),
              String.valueOf(members.get("url")),
              String.valueOf(members.get("agent")),
              Objects.equals(members.get("allowed"), true)));
    }
    return cases;
  }

  private record Case(String file, String robotsHex, String url, String agent, boolean allowed) {
    boolean isBroken() {
      var robots = HexFormat.of().parseHex(robotsHex);
      return RobotsTxt.parse(robots, robots.length, agent).allows(CrawlUrl.of(url)) != allowed;
    }

    /// Other parts of the same set are run, too. There the cause tells: robots.txt itself, or an
    /// escaped letter ("If a percent-encoded ASCII octet is encountered in the URI, it MUST be
    /// unencoded prior to comparison").
    boolean contradictsTheRfc() {
      return CONTRADICTIONS.contains(name())
          || url.endsWith("/robots.txt") && !allowed
          || url.chars().anyMatch(c -> c >= 0x80)
          || ESCAPED_LETTER.matcher(url + text()).find();
    }

    String name() {
      return file + " " + url + " " + agent;
    }

    private String text() {
      return new String(HexFormat.of().parseHex(robotsHex), ISO_8859_1);
    }
  }
}
