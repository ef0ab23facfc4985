// Charts with an engine a row.
const rowOptions = (unit, greatest) => ({
  indexAxis: 'y',
  layout: { padding: { right: 4 } },
  scales: {
    x: {
      beginAtZero: true,
      suggestedMax: greatest * 1.24,
      grid: { drawTicks: false },
      border: { display: false },
      ticks: {
        callback: value => tick(unit, value),
        maxTicksLimit: 6,
        maxRotation: 0,
        padding: 6,
        stepSize: unit === 'bytes' ? byteStep(greatest * 1.24) : undefined,
      },
    },
    y: {
      grid: { display: false },
      border: { color: paint.soft },
      ticks: { color: paint.ink, autoSkip: false, font: { weight: 600 } },
    },
  },
  plugins: { legend: { display: false } },
});

// Round in KiB, MiB or GiB: 1, 2 or 5 times a power of ten of them, six marks at most.
const byteStep = greatest => {
  const unit = 1024 ** Math.floor(Math.log(greatest / 5) / Math.log(1024));
  const power = 10 ** Math.floor(Math.log10(greatest / 5 / unit));
  return unit * power * [1, 2, 5, 10].find(times => times * power * unit * 5 >= greatest);
};

// Neutral boxes: in one chart a shade means a quantity, and the colour an engine.
const shadeLegend = shades => ({
  display: shades.length > 1,
  position: 'bottom',
  onClick: () => {},
  labels: {
    boxHeight: 9,
    pointStyleWidth: 12,
    generateLabels: chart => chart.data.datasets.map((set, index) => ({
      text: set.label,
      fontColor: paint.soft,
      fillStyle: faint(paint.ink, shades[index]),
      strokeStyle: paint.ink,
      lineWidth: 1,
      pointStyle: 'rect',
      datasetIndex: index,
    })),
  },
});

const SHADES = { 1: [0.85], 2: [0.85, 0.4], 3: [0.85, 0.5, 0.22] };

const bars = (engines, runs, quantities, unit) => {
  const shown = engines.filter(one => quantities.some(([name]) => one.quantities[name]));
  const shades = SHADES[quantities.length];
  const datasets = quantities.map(([name, title], index) => ({
    label: title,
    data: shown.map(one => one.quantities[name]?.median ?? null),
    spreads: shown.map(one => one.quantities[name] && [one.quantities[name].min, one.quantities[name].max]),
    rounds: shown.map(one => roundsOf(runs, one.engine, name)),
    texts: shown.map(one => one.quantities[name] ? units[unit](one.quantities[name].median) : ''),
    backgroundColor: shown.map(one => faint(one.colour, shades[index])),
    borderColor: shown.map(one => one.colour),
    borderWidth: 1,
    borderRadius: 3,
    maxBarThickness: 26,
    categoryPercentage: 0.8,
    barPercentage: 0.9,
  }));
  const greatest = Math.max(...datasets.flatMap(set => set.spreads.map(spread => spread?.[1] ?? 0)));
  const options = rowOptions(unit, greatest);
  options.plugins.legend = shadeLegend(shades);
  options.plugins.tooltip = { callbacks: { label: item => spreadText(item, unit) } };
  return {
    rows: shown.length * quantities.length + (quantities.length > 1 ? 2 : 0),
    config: { type: 'bar', data: { labels: shown.map(one => one.engine), datasets }, options, plugins: [spreadMarks] },
  };
};

const spreadText = ({ dataset, dataIndex }, unit) => {
  const [least, greatest] = dataset.spreads[dataIndex].map(units[unit]);
  return `${dataset.label}: ${dataset.texts[dataIndex]} (${least} – ${greatest})`;
};

const roundsOf = (runs, engine, name) => {
  const values = runs.filter(run => run.engine === engine).map(run => run.measured?.[name]);
  return values.length > 1 ? values.filter(value => value !== undefined) : [];
};

const ratio = (engines, field, unit) => {
  const shown = engines.filter(one => one[field] !== undefined);
  const values = shown.map(one => one[field]);
  const options = rowOptions(unit === 'times' ? 'number' : unit, Math.max(...values));
  options.plugins.tooltip = { enabled: false };
  if (unit === 'share') {
    Object.assign(options.scales.x, { max: 1.15 });
    options.scales.x.ticks.stepSize = 0.25;
    options.scales.x.afterBuildTicks = axis => {
      axis.ticks = axis.ticks.filter(({ value }) => value <= 1);
    };
  }
  const data = {
    labels: shown.map(one => one.engine),
    datasets: [{
      data: values,
      spreads: values.map(value => [value, value]),
      texts: values.map(units[unit]),
      backgroundColor: shown.map(one => faint(one.colour, 0.85)),
      borderColor: shown.map(one => one.colour),
      borderWidth: 1,
      borderRadius: 3,
      maxBarThickness: 26,
    }],
  };
  return { rows: shown.length, config: { type: 'bar', data, options, plugins: [spreadMarks] } };
};

const shares = (engines, quantities) => {
  const options = rowOptions('share', 1);
  Object.assign(options.scales.x, { stacked: true, max: 1, suggestedMax: 1 });
  options.scales.y.stacked = true;
  options.plugins.legend = {
    display: true, position: 'bottom', onClick: () => {}, labels: { pointStyle: 'rect', boxHeight: 9, pointStyleWidth: 12 },
  };
  options.plugins.tooltip = {
    callbacks: { label: item => `${item.dataset.label}: ${units.share(item.raw)}` },
  };
  const sums = engines.map(one => quantities.reduce((sum, [name]) => sum + (one.quantities[name]?.median ?? 0), 0));
  const datasets = quantities.map(([name, title], index) => ({
    label: title.replace('Limited by ', ''),
    data: engines.map((one, at) => (one.quantities[name]?.median ?? 0) / (sums[at] || 1)),
    backgroundColor: paint.of(`--l${index}`),
    borderColor: paint.card,
    borderWidth: 1,
    maxBarThickness: 30,
  })).filter(set => set.data.some(share => share > 0.001));
  return {
    rows: engines.length + 2,
    config: { type: 'bar', data: { labels: engines.map(one => one.engine), datasets }, options, plugins: [shareTexts] },
  };
};
