package dev.crawler.cli.experiments.page;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.chart.ChartSvg;
import dev.crawler.cli.experiments.chart.Picture;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.ObservationsJson;
import java.util.LinkedHashMap;
import java.util.Map;

/// An experiment, what it has seen, and what that shows. *Immutable.*
///
/// @param experiment that was run
/// @param seen its raw data
/// @param findings what they show
public record Result(Experiment experiment, Observations seen, Findings findings) {
  /// That of raw data.
  public static Result of(Experiment experiment, Observations seen) {
    return new Result(experiment, seen, experiment.findings(seen));
  }

  /// The file of its raw data.
  public String rawFile() {
    return rawFile(experiment);
  }

  /// The file of the raw data of an experiment.
  public static String rawFile(Experiment experiment) {
    return experiment.name() + ".json";
  }

  /// The file of a chart.
  String file(Picture picture) {
    return experiment.name() + "-" + picture.name() + ".svg";
  }

  /// All files but the page, by name, with what is in them.
  public Map<String, String> files() {
    var files = new LinkedHashMap<>(charts());
    files.put(rawFile(), ObservationsJson.of(seen));
    return files;
  }

  /// The charts, by the names of their files.
  public Map<String, String> charts() {
    var charts = new LinkedHashMap<String, String>();
    findings.pictures().forEach(picture -> charts.put(file(picture), ChartSvg.of(picture)));
    return charts;
  }
}
