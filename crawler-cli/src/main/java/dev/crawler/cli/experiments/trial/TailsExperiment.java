package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import java.io.IOException;

/// Pages that wait and compute, without and with one among them that takes a core for seconds.
/// *Immutable.*
public final class TailsExperiment implements Experiment {
  static final String POISON = "poison_pages";
  static final String SAMPLE = "sample";
  static final String MILLIS = "ms";
  static final String RATE = "pages_per_second";

  /// Of each page: about a millisecond of a core.
  private static final int PASSES = 600;

  private static final String WORDS = "lorem ipsum dolor sit amet consectetur adipiscing elit ";

  @Override
  public String name() {
    return "tails";
  }

  @Override
  public String question() {
    return "How long do pages take that wait and compute, and what becomes of the others while one"
        + " of them takes a core for seconds?";
  }

  @Override
  public String hypothesis() {
    return "The loop has the best median and the worst tail.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    var page = page(lab.size(4_000, 40_000));
    try (var poison = AnswerServer.start(_ -> page)) {
      race(lab, course(lab, 0));
      race(lab, course(lab, 1).first(poison.url("/poison.html")));
    }
  }

  /// So many sentences, all different, so that the hash has something to do.
  private static Reply page(int sentences) {
    var text = new StringBuilder("<!doctype html><title>Poison</title>");
    for (int i = 0; i < sentences; i++) {
      text.append("<p>").append(WORDS).append(i).append("</p>\n");
    }
    return Reply.of("200 OK\r\nContent-Type: text/html; charset=utf-8", text.toString());
  }

  private static Course course(Lab lab, int poison) {
    return Course.of(Plot.at(POISON, poison), lab.concurrent(), lab.size(80, 3_000))
        .rounds(lab.rounds(3))
        .site("--hosts=16", "--pages=200", "--latency=20ms", "--faults=0")
        .crawl("--concurrency=64", "--per-host=4", "--simhash-passes=" + PASSES);
  }

  private static void race(Lab lab, Course course) throws IOException, InterruptedException {
    var comparison = lab.race(course);
    if (comparison.proof().holds()) {
      for (var run : comparison.runs()) {
        if (run.round() == 1) {
          note(lab, course, run);
        }
      }
    }
  }

  private static void note(Lab lab, Course course, EngineRun run) {
    for (Sample sample : run.samples()) {
      lab.note(
          Row.of(SAMPLE)
              .with(Row.ENGINE, run.engine())
              .with(course.at())
              .with(MILLIS, (double) sample.millis())
              .with("done", (double) sample.done())
              .with(RATE, sample.pagesPerSecond()));
    }
  }

  @Override
  public Findings findings(Observations seen) {
    return new TailsFindings(seen.rows()).all();
  }
}
