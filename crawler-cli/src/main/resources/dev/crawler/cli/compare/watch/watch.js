// The live page. Whatever comes is shown as text; charts are drawn twice a second at most, since
// the browser has the same cores as the engines.
const DRAW_EVERY_MS = 500;
const FIGURES = [
  ['pages_per_second', 'pages per s', digits],
  ['in_flight', 'in flight', digits],
  ['threads', 'threads', digits],
  ['cores', 'cores busy', value => value.toFixed(2)],
  ['lag_ms', 'worst lag', units.millis],
  ['heap_bytes', 'heap', units.bytes],
  ['limit', 'held by', value => value.replace('_', ' ')],
];

const element = (tag, className, text = '') => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

const lanes = new Map();
let rounds = 0;
let round = 0;
let greatest = 1;
let charts = [];
let isDrawing = false;

const lane = ({ engine, colour }) => {
  const item = element('li', `lane ${colour}`);
  const top = element('div', 'top');
  const count = element('span', 'count');
  const badge = element('span', 'badge', 'waiting');
  top.append(element('span', 'engine', engine), count, badge);
  const track = element('div', 'track');
  const known = element('div', 'known');
  const done = element('div', 'done');
  track.append(known, done);
  const list = element('dl', '');
  const values = new Map(FIGURES.map(([name, title]) => {
    const box = element('div', '');
    const value = element('dd', '', '–');
    box.append(element('dt', '', title), value);
    list.append(box);
    return [name, value];
  }));
  item.append(top, track, list);
  document.getElementById('lanes').append(item);
  return { engine, colour, item, count, badge, known, done, values, points: [], before: [], round: -1, finished: [] };
};

const nameOf = number => number === 0 ? 'warm-up' : `round ${number} of ${rounds}`;

const showState = text => {
  document.getElementById('state').textContent = text;
};

// Processor time by time over the last second.
const cores = points => {
  const last = points.at(-1);
  const first = points.findLast(point => point.ms <= last.ms - 1000) ?? points[0];
  return last.ms > first.ms ? (last.cpu_ms - first.cpu_ms) / (last.ms - first.ms) : 0;
};

const showSample = (one, sample) => {
  const shown = { ...sample, cores: cores(one.points) };
  for (const [name, , text] of FIGURES) {
    one.values.get(name).textContent = shown[name] === undefined ? '–' : text(shown[name]);
  }
  one.count.textContent = `${digits(sample.done)} of ${digits(sample.known)} known URLs`;
  greatest = Math.max(greatest, sample.known);
  for (const each of lanes.values()) {
    const last = each.points.at(-1) ?? { done: 0, known: 0 };
    each.done.style.width = `${100 * last.done / greatest}%`;
    each.known.style.width = `${100 * last.known / greatest}%`;
  }
};

const hear = {
  race: ({ engines, rounds: all }) => {
    rounds = all;
    engines.forEach(one => lanes.set(one.engine, lane(one)));
  },
  prepares: ({ what }) => showState(`Before the first crawl: ${what}`),
  failure: event => {
    const one = lanes.get(event.engine);
    one.item.className = `lane ${one.colour} ended`;
    one.badge.textContent = `${nameOf(event.round)} did not end: ${event.why}`;
  },
  start: event => {
    const one = lanes.get(event.engine);
    round = event.round;
    Object.assign(one, { before: one.points, points: [], round });
    one.item.className = `lane ${one.colour} running`;
    one.badge.textContent = `running, ${nameOf(round)}`;
    showState(`${event.engine} is running: ${nameOf(round)}`);
  },
  sample: event => {
    const one = lanes.get(event.engine);
    one.points.push(event);
    showSample(one, event);
  },
  end: event => {
    const one = lanes.get(event.engine);
    const last = one.points.at(-1);
    one.item.className = `lane ${one.colour} ended`;
    one.badge.textContent = `${nameOf(event.round)} ended${last ? ` after ${digits(last.ms / 1000)} s` : ''}`;
  },
  verdict: event => {
    show('verdict', event.holds ? 'proof holds' : 'proof broken', event.headline, event.reason);
    showState('The race is over');
    location.replace('comparison');
  },
  broken: () => {
    show('verdict', 'proof broken', 'Ended without a verdict', 'The comparison was broken off, so there is no winner.');
    showState('The race was broken off');
  },
};

const show = (id, className, headline, reason) => {
  document.getElementById(id).className = className;
  document.getElementById('headline').textContent = headline;
  document.getElementById('reason').textContent = reason;
};

const datasets = name => [...lanes.values()].map((one, index) => {
  const isPast = one.round !== round;
  const colour = paint.of(`--c${one.colour.slice(1)}`);
  const points = (one.points.length ? one.points : one.before).map(point => ({ x: point.ms / 1000, y: point[name] }));
  return {
    ...line({ engine: one.engine, colour }, DASHES[index % DASHES.length], points, true),
    borderColor: isPast ? faint(colour, 0.35) : colour,
    borderWidth: isPast ? 1 : 2.5,
  };
});

const draw = () => {
  isDrawing = false;
  charts.forEach(([name, chart]) => {
    chart.data.datasets = datasets(name);
    const lengths = chart.data.datasets.filter(set => set.data.length).map(set => set.data.at(-1).x);
    chart.options.scales.x.max = lengths.length ? Math.max(1, horizon(lengths)) : undefined;
    chart.update('none');
  });
  document.documentElement.dataset.drawn = Number(document.documentElement.dataset.drawn ?? 0) + 1;
};

const build = () => {
  charts.forEach(([, chart]) => chart.destroy());
  applyLook();
  charts = [['done', 'done'], ['rate', 'pages_per_second']].map(([id, name]) => {
    const options = lineOptions(
      { min: 0, title: { display: true, text: 'seconds since the crawl began' } },
      { beginAtZero: true, ticks: { callback: value => tick('number', value) } });
    options.plugins.tooltip = { enabled: false };
    options.events = [];
    return [name, new Chart(document.getElementById(id), { type: 'line', data: { datasets: [] }, options })];
  });
  draw();
};

build();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', build);

const source = new EventSource('events');
source.addEventListener('message', message => {
  const event = JSON.parse(message.data);
  if (event.event === 'verdict' || event.event === 'broken') {
    source.close();
  }
  hear[event.event]?.(event);
  if (!isDrawing) {
    isDrawing = true;
    setTimeout(draw, DRAW_EVERY_MS);
  }
});
source.addEventListener('error', () => {
  if (source.readyState === EventSource.CLOSED || lanes.size) {
    showState('The command does not answer any more');
  }
});
