package dev.crawler.tck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The specification and the tests name the same rules.
class RulesTest {
  private static final Pattern RULE = Pattern.compile("(?m)^- \\*\\*([A-Z][0-9]+)\\*\\* ");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"spec:([^\"]*)\"\\)");

  private final Repository repository = Repository.here();

  @Test
  void everyRuleIsNumberedOnce() throws IOException {
    assertThat(rules()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyRuleHasATestAndEveryTagNamesARule() throws IOException {
    var tagged = new TreeSet<String>();
    for (var source : repository.sources()) {
      tagged.addAll(found(TAG, Files.readString(source)));
    }

    assertThat(tagged).isEqualTo(new TreeSet<>(rules()));
  }

  private List<String> rules() throws IOException {
    return found(RULE, repository.text("docs/spec.md"));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
