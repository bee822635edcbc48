/** docs/errors.md: every failure with what happened, what is answered and what to do; then the errors and warnings of the start. */
const { code } = require('./markdown');
const { statusOf } = require('../dist/callback/failure');
const { failureGuide } = require('../dist/callback/failure-guide');
const { warningGuide } = require('../dist/observe/warning-guide');
const { vendors } = require('../dist/vendors');

const ofTheStart = `## Errors at the start

A wrong option throws a \`TypeError\` with the code \`ERR_IM_CALLBACKS_OPTION\` when the Router is built: it names the option, the value received (never a secret) and what to write. It begins with \`imCallbacks:\`, \`startWorker:\`, \`createSender:\` or \`deliver:\`.

## Warnings

They go through \`process.emitWarning\` as \`ImCallbacksWarning\`, each sentence once, with one of these codes. \`node --disable-warning=ImCallbacksWarning\` silences all of them, \`--disable-warning=<code>\` one.

${Object.entries(warningGuide)
  .map(([warning, { what, todo }]) => [`### ${warning}`, what, `**To do:** ${todo}`].join('\n\n'))
  .join('\n\n')}
`;

/** What is answered, by the rule itself. */
function answerTo(kind, sample, { answer }) {
  if (answer !== undefined) return answer;
  const failure = sample ?? { kind };
  if (sample !== undefined) return `HTTP ${statusOf(failure, undefined, 'allow')}.`;
  const [before, after, unknown] = ['before', 'after', undefined].map((phase) =>
    statusOf(failure, phase && { phase }, 'allow'),
  );
  const beforeWords = before === 200 ? "the failure policy's verdict" : `HTTP ${before}`;
  const afterWords = after === 200 ? "the vendor's reply to an after-callback that failed" : `HTTP ${after}`;
  const words =
    beforeWords === afterWords ? beforeWords : `before-callback: ${beforeWords}; after-callback: ${afterWords}`;
  const last = unknown === after ? '' : `; where the command is not known yet: HTTP ${unknown}`;
  return `${words[0].toUpperCase()}${words.slice(1)}${last}.`;
}

function section([kind, guide], sample) {
  const { what, todo } = guide;
  return [`### ${kind}`, what, `**Answered:** ${answerTo(kind, sample, guide)}`, `**To do:** ${todo}`].join('\n\n');
}

exports.errorsPage = function errorsPage() {
  const everyVendor = Object.values(vendors);
  const ofVendors = everyVendor.map((vendor) => {
    const sampleOf = (kind) => vendor.failures.find((failure) => failure.kind === kind);
    const sections = Object.entries(vendor.schema().failures).map((entry) => section(entry, sampleOf(entry[0])));
    return [`## Failures of ${vendor.label}`, ...sections].join('\n\n');
  });
  return `# Errors

What goes wrong with a callback is a value with a \`kind\`. It goes to ${code('onFailure')}, with the vendor, the command, the operationID, what was answered, and \`cause\` where something was thrown. Without ${code('onFailure')} it is written to standard error, at most ten of a kind in a minute. This page is made of the catalogue of failures: \`npm run docs\`.

After-callbacks that failed are answered with \`FAIL\` (Tencent) or approved (OpenIM, where any other reply breaks what the user has done). The failure policy is the option \`failurePolicy\`.

## Failures of any vendor

${Object.entries(failureGuide)
  .map((entry) => section(entry))
  .join('\n\n')}

${ofVendors.join('\n\n')}

${ofTheStart}`;
};
