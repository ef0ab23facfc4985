package dev.crawler.processes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.processes.job.Event;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is told to a coordinator that does not hear every report.
final class NewsTest {
  private static final Event ONE = new Event.LimitHit("one");
  private static final Event OTHER = new Event.LimitHit("other");

  private final News news = new News(Duration.ofSeconds(30));

  @AfterEach
  void close() {
    news.close();
  }

  @Test
  void whatWasHeardIsNotToldAgain() {
    news.limitHit("one");
    assertThat(news.toTell(1, 0)).containsExactly(ONE);

    news.limitHit("other");

    assertThat(news.toTell(2, 1)).containsExactly(OTHER);
    assertThat(news.toTell(3, 2)).isEmpty();
  }

  @Test
  void whatNobodyHasHeardIsToldAgain() {
    news.limitHit("one");
    assertThat(news.toTell(1, 0)).containsExactly(ONE);
    assertThat(news.toTell(2, 0)).containsExactly(ONE);

    news.limitHit("other");

    assertThat(news.toTell(3, 0)).containsExactly(ONE, OTHER);
    assertThat(news.toTell(4, 3)).isEmpty();
  }

  @Test
  void whatWasNotedAfterAReportIsNotTakenForHeard() {
    assertThat(news.toTell(1, 0)).isEmpty();

    news.limitHit("one");

    assertThat(news.toTell(2, 1)).containsExactly(ONE);
  }
}
