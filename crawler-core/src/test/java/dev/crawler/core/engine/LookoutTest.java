package dev.crawler.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookoutTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int LOOKS = 61;

  private final List<String> named = new ArrayList<>();
  private final Output output = new Output();
  private final Lookout lookout = Lookout.unstarted(TIMEOUT, new Hearing(), output);

  private static final class Output implements Lookout.Gauge {
    private long waiting;
    private long taken;

    @Override
    public long waiting() {
      return waiting;
    }

    @Override
    public long taken() {
      return taken;
    }
  }

  private final class Hearing implements CrawlListener {
    @Override
    public void stuck(CrawlUrl url, Duration since) {
      named.add(url + " " + since.toSeconds());
    }

    @Override
    public void outputBlocked(Duration since) {
      named.add("output " + since.toSeconds());
    }
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      lookout.look();
    }
  }

  private static FetchTask task(String path) {
    var link = Link.seed(CrawlUrl.of("http://a.example" + path));
    return new FetchTask(link, FetchTask.Purpose.PAGE, 1, false, false, "", true);
  }

  @Test
  void whatHasTakenTwiceTheTimeOfAFetchIsNamedOnce() {
    lookout.begun(task("/hangs"));
    look(LOOKS - 1);
    assertThat(named).isEmpty();

    look(LOOKS);

    assertThat(named).containsExactly("http://a.example/hangs 61");
  }

  @Test
  void whatIsOverIsForgottenAndItsNextAttemptIsAnother() {
    var first = task("/again");
    lookout.begun(first);
    look(LOOKS - 1);
    lookout.ended(first);
    lookout.begun(task("/again"));

    look(LOOKS - 1);

    assertThat(named).isEmpty();
  }

  @Test
  void anOutputThatTakesNothingIsNamedInPlaceOfAllThatWaitForIt() {
    lookout.begun(task("/waits"));
    lookout.begun(task("/waits-too"));
    output.waiting = 2;

    look(2 * LOOKS);

    assertThat(named).containsExactly("output 61");
  }

  @Test
  void anOutputThatIsSlowIsNotBlocked() {
    output.waiting = 1;

    for (int record = 0; record < 3; record++) {
      look(LOOKS - 1);
      output.taken++;
    }

    assertThat(named).isEmpty();
  }
}
