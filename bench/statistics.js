/** What is said of several measurements of one thing. */
const quantile = (values, part) => [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))];
const median = (values) => quantile(values, 0.5);
const least = (values) => Math.min(...values);

/**
 * The ratio of two targets measured side by side: the median of the ratios of each round, that of the smallest value of
 * each, which noise has touched least, and the quartiles of the rounds as their spread.
 */
function ratioOf(values, base) {
  const ratios = values.map((value, i) => value / base[i]);
  return {
    median: median(ratios),
    minima: least(values) / least(base),
    from: quantile(ratios, 0.25),
    to: quantile(ratios, 0.75),
  };
}

const shown = ({ median, minima, from, to }) =>
  `${median.toFixed(2)} / ${minima.toFixed(2)} (${from.toFixed(2)} to ${to.toFixed(2)})`;

module.exports = { quantile, median, least, ratioOf, shown };
