package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import java.io.IOException;
import java.util.List;

/// Pages that take the CPU, from nothing to 50 ms each. The work is real: the text of the page is
/// hashed again and again, as often as a calibration before says. *Immutable.*
public final class CpuExperiment implements Experiment {
  static final String ASKED = "cpu_ms_asked";
  static final String CALIBRATION = "calibration";
  static final String PER_PASS = "ms_per_pass";

  private static final String PASSES = "passes";
  private static final List<String> SITE =
      List.of("--hosts=16", "--pages=400", "--latency=20ms", "--latency-spread=10ms", "--faults=0");
  private static final List<Integer> FULL = List.of(0, 2, 10, 50);
  private static final List<Integer> QUICK = List.of(0, 5);
  private static final double SECONDS = 2;

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public String question() {
    return "What becomes of pace, page times and event-loop lag when each page takes 0 to 50 ms of"
        + " CPU?";
  }

  @Override
  public String hypothesis() {
    return "Handling on the loop collapses first; virtual threads give no gain, and a worse tail"
        + " than a bounded pool.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    double perPass = calibrate(lab);
    for (int millis : lab.conditions().isQuick() ? QUICK : FULL) {
      int passes = (int) Math.round(millis / perPass);
      double perSecond = 2_000.0 / (millis + 0.8);
      int pages = (int) Math.min(lab.size(60, 5_000), Math.max(40, perSecond * SECONDS));
      lab.race(
          course(Plot.at(ASKED, millis), lab.concurrent(), pages, passes).rounds(lab.rounds(2)));
    }
  }

  /// How long one pass takes, by what pages take more with many than with none, one at a time.
  private static double calibrate(Lab lab) throws IOException, InterruptedException {
    var engine = lab.concurrent().stream().limit(1).toList();
    int passes = lab.size(2_000, 20_000);
    int pages = lab.size(40, 100);
    double without = calibrate(lab, engine, pages, 0);
    double with = calibrate(lab, engine, pages, passes);
    double perPass = Math.max(1e-5, (with - without) / passes);
    lab.note(Row.of(CALIBRATION).with(PASSES, passes).with(PER_PASS, perPass));
    return perPass;
  }

  private static double calibrate(Lab lab, List<String> engine, int pages, int passes)
      throws IOException, InterruptedException {
    var at = Row.empty().with("calibration_passes", passes);
    lab.race(course(at, engine, pages, passes));
    return lab.rows().where("calibration_passes", passes).median("cpu_ms_per_page").orElse(0);
  }

  private static Course course(Row at, List<String> engines, int pages, int passes) {
    return Course.of(at, engines, pages)
        .site(SITE.toArray(String[]::new))
        .crawl("--concurrency=64", "--per-host=4", "--simhash-passes=" + passes);
  }

  @Override
  public Findings findings(Observations seen) {
    return new CpuFindings(seen).all();
  }
}
