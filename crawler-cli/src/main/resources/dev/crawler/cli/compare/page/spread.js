// Draws over a bar the way from its least round to its greatest, a dot for each round, and its
// median as a number. A dataset says `spreads` (least, greatest), `rounds` (lists) and `texts`.
const spreadMarks = {
  id: 'spreadMarks',
  afterDatasetsDraw(chart) {
    chart.data.datasets.forEach((set, index) => {
      chart.getDatasetMeta(index).data.forEach((bar, at) => mark(chart, set, bar, at));
    });
  },
};

const mark = (chart, set, bar, at) => {
  const { ctx, scales: { x } } = chart;
  const spread = set.spreads?.[at];
  if (!spread) {
    return;
  }
  const [from, to] = spread.map(value => x.getPixelForValue(value));
  const cap = Math.min(5, bar.height / 3);
  ctx.save();
  if (to - from > 1) {
    ctx.strokeStyle = paint.ink;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(from, bar.y);
    ctx.lineTo(to, bar.y);
    for (const end of [from, to]) {
      ctx.moveTo(end, bar.y - cap);
      ctx.lineTo(end, bar.y + cap);
    }
    ctx.stroke();
  }
  for (const value of set.rounds?.[at] ?? []) {
    ctx.beginPath();
    ctx.arc(x.getPixelForValue(value), bar.y, Math.min(2.6, bar.height / 4), 0, 2 * Math.PI);
    ctx.fillStyle = paint.card;
    ctx.strokeStyle = paint.ink;
    ctx.lineWidth = 1;
    ctx.fill();
    ctx.stroke();
  }
  ctx.fillStyle = paint.ink;
  ctx.font = `600 ${bar.height < 13 ? 11 : 12.5}px ${Chart.defaults.font.family}`;
  ctx.textBaseline = 'middle';
  ctx.fillText(set.texts[at], Math.max(to, bar.x) + 8, bar.y + 0.5);
  ctx.restore();
};

// Writes the share into a part that is wide enough for it.
const shareTexts = {
  id: 'shareTexts',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    chart.data.datasets.forEach((set, index) => {
      chart.getDatasetMeta(index).data.forEach((bar, at) => {
        const width = Math.abs(bar.x - bar.base);
        if (width > 34 && set.data[at]) {
          ctx.save();
          ctx.font = `600 11.5px ${Chart.defaults.font.family}`;
          ctx.fillStyle = isLight(set.backgroundColor) ? '#14181d' : '#ffffff';
          ctx.textAlign = 'center';
          ctx.textBaseline = 'middle';
          ctx.fillText(units.share(set.data[at]), (bar.x + bar.base) / 2, bar.y + 0.5);
          ctx.restore();
        }
      });
    });
  },
};

const isLight = colour => {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 > 0.2;
};
