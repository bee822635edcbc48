/** What is said of several measurements of one thing. */
const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];
const least = (values) => Math.min(...values);
const most = (values) => Math.max(...values);

/**
 * The ratio of two targets measured side by side: the median of the ratios of each round, that of the smallest value of
 * each, which noise has touched least, and the spread between the rounds.
 */
function ratioOf(values, base) {
  const ratios = values.map((value, i) => value / base[i]);
  return { median: median(ratios), minima: least(values) / least(base), from: least(ratios), to: most(ratios) };
}

const shown = ({ median, minima, from, to }) =>
  `${median.toFixed(2)} / ${minima.toFixed(2)} (${from.toFixed(2)} to ${to.toFixed(2)})`;

module.exports = { median, least, most, ratioOf, shown };
