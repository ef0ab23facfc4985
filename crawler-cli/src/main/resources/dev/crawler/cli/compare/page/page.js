// Draws the charts of the page, again when it turns dark or light and for paper.
const comparison = JSON.parse(document.getElementById('comparison').textContent);
const engines = comparison.figures;
const runs = comparison.runs.filter(run => run.round > 0);

const kinds = {
  bars: (quantities, unit) => bars(engines, runs, quantities, unit),
  ratio_serial: () => ratio(engines, 'to_serial', 'times'),
  ratio_best: () => ratio(engines, 'to_best', 'share'),
  way: () => way(engines, runs),
  percentiles: () => percentiles(engines, runs),
  shares: quantities => shares(engines, quantities),
};

let drawn = [];

const draw = () => {
  drawn.forEach(chart => chart.destroy());
  applyLook();
  const names = [...document.querySelectorAll('#engines li')];
  engines.forEach((engine, index) => {
    engine.colour = paint.of(`--c${names[index].className.match(/e(\d+)$/)[1]}`);
  });
  drawn = [...document.querySelectorAll('[data-chart]')].map(place => {
    const quantities = JSON.parse(place.parentElement.querySelector('.quantities').textContent);
    const { rows, config } = kinds[place.dataset.chart](quantities, place.dataset.unit);
    place.style.height = `${Math.max(150, Math.min(620, 46 + rows * 32))}px`;
    return new Chart(place.querySelector('canvas'), config);
  });
};

const offerData = () => {
  const button = document.getElementById('download');
  button.hidden = false;
  button.addEventListener('click', () => {
    const text = document.getElementById('comparison').textContent;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text, '\n'], { type: 'application/json' }));
    link.download = 'comparison.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
};

const onPaper = isPaper => () => {
  document.documentElement.classList.toggle('paper', isPaper);
  draw();
  if (isPaper) {
    drawn.forEach(chart => chart.resize(Math.min(640, chart.width), chart.height));
  }
};

draw();
offerData();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
addEventListener('beforeprint', onPaper(true));
addEventListener('afterprint', onPaper(false));
document.documentElement.dataset.drawn = drawn.length;
