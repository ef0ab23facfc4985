// Charts with a line an engine.
const lineOptions = (x, y) => ({
  parsing: false,
  normalized: true,
  interaction: { mode: 'nearest', axis: 'x', intersect: false },
  scales: {
    x: { type: 'linear', grid: { display: false }, ticks: { maxRotation: 0 }, ...x },
    y: { grid: { drawTicks: false }, border: { display: false }, ...y },
  },
  plugins: {
    legend: {
      position: 'bottom',
      onClick: () => {},
      labels: { filter: item => item.text, usePointStyle: false, boxWidth: 34, boxHeight: 0, color: paint.ink },
    },
  },
});

const line = (engine, dash, points, isMain, note = '') => ({
  label: isMain ? engine.engine + note : '',
  data: points,
  borderColor: isMain ? engine.colour : faint(engine.colour, 0.35),
  borderDash: dash,
  borderWidth: isMain ? 2.5 : 1,
  pointRadius: 0,
  pointHitRadius: isMain ? 8 : 0,
  order: isMain ? 0 : 1,
});

// The run whose speed is nearest to the median: not the luckiest one, nor a mean of what never was.
const middleRun = (engine, runs) => {
  const median = engine.quantities.pages_per_second.median;
  const distance = run => Math.abs((run.measured?.pages_per_second ?? Infinity) - median);
  return runs
    .filter(run => run.engine === engine.engine)
    .reduce((best, run) => best && distance(best) <= distance(run) ? best : run, undefined);
};

const seconds = run => run.samples.at(-1).ms / 1000;

// Far enough for most of them: one that takes ten times as long would press the others flat.
const horizon = lengths => {
  const sorted = lengths.toSorted((one, other) => one - other);
  return Math.min(sorted.at(-1), 2.5 * sorted[Math.floor(sorted.length / 2)]);
};

const way = (engines, allRuns) => {
  const runs = allRuns.filter(run => run.samples?.length);
  const datasets = engines.flatMap((engine, index) => {
    const middle = middleRun(engine, runs);
    return runs
      .filter(run => run.engine === engine.engine)
      .map(run => line(
        engine,
        DASHES[index % DASHES.length],
        run.samples.map(sample => ({ x: sample.ms / 1000, y: sample.done })),
        run === middle,
        ` ${digits(seconds(run))} s`));
  });
  const options = lineOptions(
    { min: 0, max: horizon(runs.map(seconds)), title: { display: true, text: 'seconds since the crawl began' } },
    { beginAtZero: true, ticks: { callback: value => tick('number', value) } });
  options.plugins.tooltip = {
    filter: item => item.dataset.label,
    callbacks: {
      title: items => items.length ? `after ${items[0].parsed.x.toFixed(1)} s` : '',
      label: item => `${item.dataset.label}: ${digits(item.parsed.y)} pages`,
    },
  };
  return { rows: 9, config: { type: 'line', data: { datasets }, options } };
};

// 50, 90, 99, 99.9 … percent lie equally far apart: what matters of a latency is its tail.
const rarity = percent => 1 / (1 - percent / 100);

const percentiles = (engines, runs) => {
  const datasets = engines.map((engine, index) => {
    const curve = middleRun(engine, runs)?.fetch_times ?? [];
    const points = curve.filter(([percent]) => percent < 100).map(([percent, ms]) => ({ x: rarity(percent), y: ms }));
    return line(engine, DASHES[index % DASHES.length], points, true);
  });
  const percent = value => Number((100 - 100 / value).toPrecision(6));
  const options = lineOptions(
    {
      type: 'logarithmic',
      min: 1,
      title: { display: true, text: 'percent of the fetches' },
      afterBuildTicks: axis => {
        axis.ticks = [2, 10, 100, 1000, 10000, 100000].filter(at => at <= axis.max).map(value => ({ value }));
      },
      ticks: { callback: value => `${percent(value)} %`, maxRotation: 0 },
    },
    {
      type: 'logarithmic',
      ticks: { callback: value => /^[125]/.test(value.toExponential()) ? tick('millis', value) : null },
    });
  options.plugins.tooltip = {
    callbacks: {
      title: items => items.length ? `${percent(items[0].parsed.x)} % took no longer than` : '',
      label: item => `${item.dataset.label}: ${units.millis(item.parsed.y)}`,
    },
  };
  return { rows: 9, config: { type: 'line', data: { datasets }, options } };
};
