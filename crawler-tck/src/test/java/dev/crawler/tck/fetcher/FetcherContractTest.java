package dev.crawler.tck.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/// The kit is tested too: it lets a naive client pass where that is enough, and catches it where it
/// is not. Sound clients have modules of their own.
class FetcherContractTest {
  static final class Naive extends FetcherContract {
    @Override
    public BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
      return new NaiveFetcher(settings, resolver);
    }
  }

  @Test
  void aNaiveClientSendsTheRightTargetAndTheWrongHeaders() {
    var tests = tests("spec:U5");

    assertThat(names(tests.succeeded())).containsExactly("theTargetArrivesByteForByte");
    assertThat(names(tests.failed()))
        .containsExactlyInAnyOrder(
            "onlyTheHeadersThatAreMeantAreSent",
            "headersOfTheSettingsAreAddedOrReplaceOurs",
            "authorizationIsSentWhenTheTaskHasOne");
  }

  @Test
  void aNaiveClientGoesWhereItMayNot() {
    var tests = tests("spec:A4");

    assertThat(names(tests.succeeded()))
        .contains("aRefusedConnectionIsAFailureToConnect", "aFullBacklogEndsAtTheConnectTimeout");
    assertThat(names(tests.failed()))
        .contains(
            "aPrivateLiteralIsForbidden",
            "aNameThatLeadsToAPrivateAddressIsForbidden",
            "ofSeveralAddressesNoneIsTriedWhenAllAreForbidden",
            "whereNobodyAnswersAtThePublicAddressesTheOthersAreNotTried",
            "whatWasCheckedIsWhatIsConnectedTo");
  }

  @Test
  void aNaiveClientGivesUpAfterTheFirstAddress() {
    var tests = tests("spec:W3");

    assertThat(names(tests.failed()))
        .containsExactlyInAnyOrder(
            "theNextAddressIsTriedWhenTheFirstIsDead",
            "anAddressThatWasDeadIsNotTriedFirstAgain",
            "anAddressThatIsSilentLeavesEnoughTimeForTheNext");
  }

  @Test
  void aNaiveClientBelievesOddAnswers() {
    var verdicts = tests("spec:H8");

    assertThat(verdicts.succeeded().count()).isPositive();
    assertThat(verdicts.failed().count()).isGreaterThan(30);
  }

  private static Events tests(String rule) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Naive.class))
        .filters(includeTags(rule))
        .execute()
        .testEvents();
  }

  private static Set<String> names(Events events) {
    return events.stream()
        .map(event -> event.getTestDescriptor().getSource().orElseThrow())
        .map(source -> ((MethodSource) source).getMethodName())
        .collect(Collectors.toSet());
  }
}
