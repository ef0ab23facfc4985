package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/// A web written down by a test, crawled by one session in virtual time. *Confined to one thread.*
final class ScriptedWeb {
  /// A fetch as the web saw it.
  record Visit(FetchTask task, Instant start, Instant end) {
    String url() {
      return task.link().url().href();
    }
  }

  private record Arrival(Instant at, Visit visit, Outcome outcome) {}

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, Function<FetchTask, Outcome>> answers = new HashMap<>();
  private final Map<String, Duration> latencies = new HashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(Comparator.comparing(Arrival::at));
  private Instant now = START;

  ScriptedWeb page(String url, String... links) {
    return answer(url, task -> linking(links));
  }

  ScriptedWeb redirect(String url, String target) {
    return answer(url, new Outcome.Redirect(Optional.of(CrawlUrl.of(target)), Pressure.NONE));
  }

  ScriptedWeb robots(String origin, RobotsVerdict verdict) {
    return answer(origin + "/robots.txt", new Outcome.Robots(verdict, Pressure.NONE));
  }

  ScriptedWeb answer(String url, Outcome outcome) {
    return answer(url, task -> outcome);
  }

  ScriptedWeb answer(String url, Function<FetchTask, Outcome> outcome) {
    answers.put(url, outcome);
    return this;
  }

  ScriptedWeb latency(String url, Duration latency) {
    latencies.put(url, latency);
    return this;
  }

  static Outcome linking(String... links) {
    return new Outcome.Page(Stream.of(links).map(CrawlUrl::of).toList(), Pressure.NONE);
  }

  CrawlReport crawl(CrawlPlan plan) {
    return crawl(CrawlSession.begin(plan, CrawlListener.NONE));
  }

  /// Drives the session to its end.
  CrawlReport crawl(CrawlSession session) {
    while (true) {
      switch (session.next(now)) {
        case Step.Fetch(var task) -> depart(task);
        case Step.Exclude(var exclusion) -> {
          exclusions.add(exclusion);
          session.settle(exclusion);
        }
        case Step.Pause(var until) -> {
          if (arrivals.isEmpty() || until.isBefore(arrivals.peek().at())) {
            now = until;
          } else {
            arrive(session);
          }
        }
        case Step.Await() -> arrive(session);
        case Step.Exhausted() -> {
          return session.report();
        }
      }
    }
  }

  private void depart(FetchTask task) {
    var url = task.link().url().href();
    var end = now.plus(latencies.getOrDefault(url, Duration.ofMillis(10)));
    var visit = new Visit(task, now, end);
    visits.add(visit);
    arrivals.add(new Arrival(end, visit, outcome(task, url)));
  }

  private Outcome outcome(FetchTask task, String url) {
    var answer = answers.get(url);
    if (answer != null) {
      return answer.apply(task);
    }
    return switch (task.purpose()) {
      case ROBOTS ->
          new Outcome.Robots(new RobotsVerdict.Found(RobotsRules.ALLOW_ALL), Pressure.NONE);
      case SITEMAP ->
          new Outcome.Sitemap(new SitemapVerdict.Unavailable("none here"), Pressure.NONE);
      case PAGE -> new Outcome.Ended(Pressure.NONE);
    };
  }

  private void arrive(CrawlSession session) {
    var arrival = arrivals.remove();
    now = arrival.at();
    session.absorb(arrival.visit().task(), arrival.outcome(), now);
  }

  List<Visit> visits() {
    return visits;
  }

  List<Exclusion> exclusions() {
    return exclusions;
  }

  /// URLs of pages in the order they were asked for.
  List<String> pages() {
    return visits.stream()
        .filter(visit -> visit.task().purpose() == FetchTask.Purpose.PAGE)
        .map(Visit::url)
        .toList();
  }

  Visit visit(String url) {
    return visits.stream().filter(visit -> visit.url().equals(url)).findFirst().orElseThrow();
  }
}
