package dev.crawler.cli.experiments.trial;

import static dev.crawler.cli.experiments.trial.LittleExperiment.IN_FLIGHT;
import static dev.crawler.cli.experiments.trial.LittleExperiment.LATENCY;
import static dev.crawler.cli.experiments.trial.LittleExperiment.RATE;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.LineChart;
import dev.crawler.cli.experiments.chart.LineChart.Dot;
import dev.crawler.cli.experiments.chart.Picture;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;

/// Charts and table of `little`. *Immutable.*
///
/// @param rows crawls
record LittleShown(Rows rows) {
  List<Picture> pictures() {
    var pictures = new ArrayList<Picture>();
    for (double latency : rows.numbers(LATENCY)) {
      var here = rows.where(LATENCY, latency);
      var chart =
          LineChart.of(
              Say.number(latency).replace(",", "") + "ms",
              "Pages a second at %s ms of latency".formatted(Say.number(latency)),
              Axis.log("fetches in flight, allowed"),
              Axis.log("pages/s"));
      var line =
          here.numbers(IN_FLIGHT).stream().map(at -> Dot.of(at, at * 1e3 / latency)).toList();
      pictures.add(Plot.lines(chart.guide("in flight / latency", line), here, IN_FLIGHT, RATE));
    }
    return pictures;
  }

  Table table() {
    var engines = rows.engines();
    var heads = new ArrayList<>(List.of("latency, ms", "in flight", "line, pages/s"));
    heads.addAll(engines.stream().map(engine -> "`" + engine + "`").toList());
    var table = Table.of("Pages a second", heads.toArray(String[]::new));
    for (double latency : rows.numbers(LATENCY)) {
      for (double inFlight : rows.where(LATENCY, latency).numbers(IN_FLIGHT)) {
        var cells = new ArrayList<String>();
        cells.add(Say.number(latency));
        cells.add(Say.number(inFlight));
        cells.add(Say.number(inFlight * 1e3 / latency));
        var here = rows.where(LATENCY, latency).where(IN_FLIGHT, inFlight);
        engines.forEach(engine -> cells.add(Say.spread(here.engine(engine).spread(RATE))));
        table = table.row(cells);
      }
    }
    return table;
  }
}
