/**
 * docs/errors.md: every failure with what happened, what is answered and what to do; then the errors and warnings of
 * the start.
 */
const { statusOf } = require('../../dist/callback/failure');
const { failureGuide } = require('../../dist/callback/failure-guide');
const { warningGuide } = require('../../dist/observe/warning-guide');
const { vendors } = require('../../dist/vendors');

const phases = ['before', 'after', undefined];

/**
 * The page in one language. `words` is the frame, `ofFailure` and `ofWarning` are the texts in place of the English
 * ones.
 */
exports.errorsPage = function errorsPage({ words, ofFailure = {}, ofWarning = {} }) {
  /** The answer to a failure. Without a text of its own, it follows from the rule in src/callback/failure.ts. */
  function answerTo(kind, sample, { answer }) {
    if (answer !== undefined) return answer;
    const failure = sample ?? { kind };
    if (sample !== undefined) return words.status(statusOf(failure, undefined, 'allow'));
    return words.byPhase(...phases.map((phase) => statusOf(failure, phase && { phase }, 'allow')));
  }

  function section([kind, english], sample) {
    const guide = ofFailure[kind] ?? english;
    return [
      `### ${kind}`,
      guide.what,
      `${words.answered} ${answerTo(kind, sample, guide)}`,
      `${words.todo} ${guide.todo}`,
    ].join('\n\n');
  }

  const ofVendors = Object.values(vendors).map((vendor) => {
    const sampleOf = (kind) => vendor.failures.find((failure) => failure.kind === kind);
    const sections = Object.entries(vendor.schema().failures).map((entry) => section(entry, sampleOf(entry[0])));
    return [words.ofVendor(vendor.label), ...sections].join('\n\n');
  });
  const warnings = Object.entries(warningGuide).map(([warning, english]) => {
    const { what, todo } = ofWarning[warning] ?? english;
    return [`### ${warning}`, what, `${words.todo} ${todo}`].join('\n\n');
  });
  const ofAnyVendor = Object.entries(failureGuide).map((entry) => section(entry));
  return `${[words.opening, ...ofAnyVendor, ...ofVendors, words.ofTheStart, ...warnings].join('\n\n')}\n`;
};
