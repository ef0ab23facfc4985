package dev.crawler.cli.terminal;

import dev.crawler.core.engine.WorkerProgress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How fast each worker is: `w1 120/s w2 118/s w3 gone`. *Confined to the thread that draws.*
final class WorkerRates {
  /// A terminal cuts the line; a log shall not have to.
  private static final int MOST_SHOWN = 16;

  private final double weight;
  private final Map<String, Rate> rates = new HashMap<>();

  private record Rate(long done, double perSecond) {}

  /// @param weight of the newest interval
  WorkerRates(double weight) {
    this.weight = weight;
  }

  /// Takes in what happened within that time.
  void measure(List<WorkerProgress> workers, double seconds) {
    for (var worker : workers) {
      rates.merge(
          worker.name(),
          new Rate(worker.progress().done(), 0),
          (last, now) -> next(last, now.done(), seconds));
    }
  }

  /// What one worker does in a second.
  double perSecond(WorkerProgress worker) {
    var rate = rates.get(worker.name());
    return rate == null ? 0 : Math.max(0, rate.perSecond());
  }

  /// All of them, or nothing where there are none.
  String text(List<WorkerProgress> workers) {
    var shown =
        workers.stream().limit(MOST_SHOWN).map(this::described).collect(Collectors.joining("  "));
    return workers.size() > MOST_SHOWN
        ? shown + "  and %d more".formatted(workers.size() - MOST_SHOWN)
        : shown;
  }

  private String described(WorkerProgress worker) {
    return worker.name()
        + (worker.alive() ? " " + Figures.rate(perSecond(worker)) + "/s" : " gone");
  }

  private Rate next(Rate last, long done, double seconds) {
    double now = (done - last.done()) / seconds;
    return new Rate(done, last.perSecond() + weight * (now - last.perSecond()));
  }
}
