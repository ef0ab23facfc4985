// Colours and letters, read from the style sheet, which knows whether it is dark.
const paint = {
  of: (name, element = document.documentElement) =>
    getComputedStyle(element).getPropertyValue(name).trim(),
  get ink() { return paint.of('--ink'); },
  get soft() { return paint.of('--soft'); },
  get rule() { return paint.of('--rule'); },
  get card() { return paint.of('--card'); },
};

// #rrggbb, fainter.
const faint = (colour, share) => colour + Math.round(share * 255).toString(16).padStart(2, '0');

// Lines are told apart by more than their colour.
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [14, 4], [1, 5], [6, 2, 1, 2]];

const applyLook = () => {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12.5;
  Chart.defaults.color = paint.soft;
  Chart.defaults.borderColor = paint.rule;
  Chart.defaults.animation = false;
  Chart.defaults.responsive = true;
  Chart.defaults.maintainAspectRatio = false;
  Object.assign(Chart.defaults.plugins.tooltip, {
    backgroundColor: paint.ink, titleColor: paint.card, bodyColor: paint.card, padding: 10,
    cornerRadius: 8, displayColors: false,
  });
  Object.assign(Chart.defaults.plugins.legend.labels, { usePointStyle: true, pointStyleWidth: 34, padding: 14 });
};
