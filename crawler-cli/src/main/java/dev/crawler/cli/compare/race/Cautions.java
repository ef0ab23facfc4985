package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Limitation.Kind;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What cannot be concluded from a comparison, a sentence each. *Immutable.*
///
/// @param setup of the comparison
/// @param machine that it ran on
/// @param headroom of the site, where it is ours
record Cautions(Setup setup, Machine machine, Optional<Headroom> headroom) {
  private static final int FEW_CORES = 4;
  private static final double SHORT_MS = 5_000;

  List<String> about(List<EngineFigures> figures) {
    var cautions = new ArrayList<String>();
    if (figures.isEmpty()) {
      return cautions;
    }
    aboutTies(figures, cautions);
    aboutMachine(cautions);
    aboutCrawls(figures, cautions);
    return cautions;
  }

  private void aboutTies(List<EngineFigures> figures, List<String> cautions) {
    if (setup.rounds() == 1) {
      cautions.add("One round says nothing of chance: a difference may be that.");
      return;
    }
    var best = figures.getFirst();
    var pace = best.of(Quantity.PAGES_PER_SECOND).orElseThrow();
    var ties =
        figures.stream()
            .skip(1)
            .filter(engine -> engine.of(Quantity.PAGES_PER_SECOND).orElseThrow().overlaps(pace))
            .map(EngineFigures::engine)
            .toList();
    if (!ties.isEmpty()) {
      cautions.add(
          "In pages/s the rounds do not tell %s from %s: their spreads overlap."
              .formatted(best.engine(), String.join(", ", ties)));
    }
  }

  private void aboutMachine(List<String> cautions) {
    if (machine.cores() < FEW_CORES) {
      cautions.add(
          "%d cores are for engine, site and measuring together: nothing here shows how an engine"
                  .formatted(machine.cores())
              + " would use more, and several processes cannot gain.");
    }
    if (machine.isBusy()) {
      cautions.add(
          String.format(
              Locale.ROOT,
              "The machine had other work (load %.1f at the start): times are too long.",
              machine.load()));
    }
    if (setup.target() instanceof Target.GivenUrls) {
      cautions.add(
          "The site is not ours: whether it could serve more, and whether hosts were treated alike,"
              + " is not known.");
    } else if (headroom.isPresent() && !headroom.get().isEnough()) {
      cautions.add("The site may have been the limit: the fastest may be faster than shown.");
    }
  }

  private static void aboutCrawls(List<EngineFigures> figures, List<String> cautions) {
    if (figures.stream().anyMatch(engine -> engine.median(Quantity.CRAWL_MS) < SHORT_MS)) {
      cautions.add(
          "Crawls of seconds run in JVMs that are still warming up: CPU per page falls in longer"
              + " ones.");
    }
    if (figures.stream().allMatch(engine -> engine.limit().kind() == Kind.DELAY)) {
      cautions.add("All were held down by the delay: pages/s compares the delay with itself.");
    }
  }
}
