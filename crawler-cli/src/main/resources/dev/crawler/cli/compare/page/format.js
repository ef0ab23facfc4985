// Numbers for people, as Unit of the program writes them.
const NARROW = '\u202f';

const digits = value => {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) {
    return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, NARROW);
  }
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3);
};

const bytes = value => {
  const steps = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let step = 0;
  for (; value >= 1000 && step < steps.length - 1; step++) {
    value /= 1024;
  }
  return `${digits(value)} ${steps[step]}`;
};

const units = {
  millis: value => value >= 10000 ? `${digits(value / 1000)} s` : `${digits(value)} ms`,
  bytes,
  share: value => `${Math.round(value * 100)} %`,
  number: digits,
  times: value => `${value.toFixed(2)}×`,
};

// The same without zeros that say nothing, for the marks of an axis.
const tick = (unit, value) => units[unit](Number(value.toPrecision(3))).replace(/\.0+(?=\D|$)/, '');
