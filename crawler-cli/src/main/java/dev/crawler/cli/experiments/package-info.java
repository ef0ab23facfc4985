/// Experiments: named, repeatable runs, each with a hypothesis that its own raw rows confirm or
/// refute. An [Experiment] is run in a `lab`, which proves each contest and keeps what comes of it
/// as `raw` rows; from rows alone come its `finding`s and `chart`s, and from those the `page`.
/// [Experiments] lists them, [ExperimentsJob] is what the command runs.
///
/// ```
///  ExperimentsJob ──▶ trial ──▶ lab ──▶ compare (races, child JVMs)
///        │              │        │
///        │              │        ▼
///        │              │       raw ──▶ JSON, and back
///        ▼              ▼        │
///      page  ◀────── finding, chart: functions of raw rows
/// ```
@NullMarked
package dev.crawler.cli.experiments;

import org.jspecify.annotations.NullMarked;
