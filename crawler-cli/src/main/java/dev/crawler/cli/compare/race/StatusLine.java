package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.terminal.Figures;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Terminal;

/// The race as a status line on standard error, where a person looks at it. *Confined to the thread
/// that runs the race.*
public final class StatusLine implements Spectator {
  private final Terminal terminal;
  private int rounds;

  public StatusLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void began(Setup setup) {
    rounds = setup.rounds();
  }

  @Override
  public void prepares(String what) {
    show(what);
  }

  @Override
  public void started(String engine, int round) {
    show(where(engine, round) + "starts");
  }

  @Override
  public void sampled(String engine, int round, Sample sample) {
    show(
        where(engine, round)
            + "%d/%d  %d in flight  %s/s"
                .formatted(
                    sample.done(),
                    sample.known(),
                    sample.inFlight(),
                    Figures.rate(sample.pagesPerSecond())));
  }

  @Override
  public void failed(String engine, int round, String why) {
    terminal.say(
        Notice.warning(
            "engine_failed",
            "%s%s".formatted(where(engine, round), why),
            json -> json.writeStringProperty("engine", engine)));
  }

  private String where(String engine, int round) {
    return round == 0
        ? "warm-up  %-10s  ".formatted(engine)
        : "round %d of %d  %-10s  ".formatted(round, rounds, engine);
  }

  private void show(String line) {
    if (terminal.isInteractive()) {
      terminal.status(line);
    }
  }
}
