/** Twenty of Tencent's commands, from all over its catalogue, each with the body of its documented sample. */
const { commands } = require('..');
const { tencentIndex } = require('../dist/vendors/tencent/catalogue');

const all = [...new Set(tencentIndex.values())];
const step = Math.floor(all.length / 20);
const chosen = all.filter((_, i) => i % step === 0).slice(0, 20);

/** `{ wire, phase, handler, body }` of each. */
module.exports = chosen.map(({ wire, phase, sample }) => ({
  wire,
  phase,
  handler: commands.find((command) => command.vendor === 'tencent' && command.command === wire).handler,
  body: Buffer.from(JSON.stringify(sample)),
}));
