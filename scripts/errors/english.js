/** What docs/errors.md says around the texts of the catalogue. */

const opening = `# Errors

[中文](zh-CN/errors.md)

A failure of a callback is a value with a \`kind\`. \`onFailure\` gets it, with the vendor, the command, the operationID, the answer, and \`cause\` if something was thrown. Without \`onFailure\` the receiver writes it to standard error, at most ten of a kind in a minute. This page is generated from the catalogue of failures: \`npm run docs\`.

After-callbacks that failed are answered with \`FAIL\` (Tencent) or approved (OpenIM, where any other reply breaks what the user has done). The failure policy is the option \`failurePolicy\`.

## Failures of any vendor`;

const ofTheStart = `## Errors at the start

A wrong option throws a \`TypeError\` with the code \`ERR_IM_CALLBACKS_OPTION\` when the Router is built: it names the option, the value received (never a secret) and what to write. It begins with \`imCallbacks:\`, \`startWorker:\`, \`createSender:\` or \`deliver:\`.

## Warnings

The package emits them with \`process.emitWarning\` as \`ImCallbacksWarning\`, each sentence once, with one of these codes. \`node --disable-warning=ImCallbacksWarning\` silences all of them, \`--disable-warning=<code>\` one.`;

function byPhase(before, after, unknown) {
  const beforeWords = before === 200 ? "the failure policy's verdict" : `HTTP ${before}`;
  const afterWords = after === 200 ? "the vendor's reply to an after-callback that failed" : `HTTP ${after}`;
  const words =
    beforeWords === afterWords ? beforeWords : `before-callback: ${beforeWords}; after-callback: ${afterWords}`;
  const last = unknown === after ? '' : `; where the command is not known yet: HTTP ${unknown}`;
  return `${words[0].toUpperCase()}${words.slice(1)}${last}.`;
}

exports.english = {
  words: {
    opening,
    ofTheStart,
    ofVendor: (label) => `## Failures of ${label}`,
    answered: '**Answered:**',
    todo: '**To do:**',
    status: (status) => `HTTP ${status}.`,
    byPhase,
  },
};
