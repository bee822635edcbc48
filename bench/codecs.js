/** Decoding against JSON.parse of the same bytes, in one process and interleaved: `node bench/codecs.js [rounds]`. */
const { median, quantile, ratioOf, shown } = require('./statistics');
const { body, command } = require('./message');
const { decodeBody } = require('../dist/flow/steps/decode-request');
const { tencentIndex } = require('../dist/vendors/tencent/catalogue');

/** CPU microseconds of one call. The clock of the process: a neighbour on the same core does not count. */
function microsOf(call, times) {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) call(i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

const receiptCommand = 'Group.CallbackAfterReadReceipt';

/** `time` as a string, as the page prints it, does not fit as it is: such a body is normalised, in place as in a request. */
const receipts = (count, time) =>
  JSON.stringify({
    CallbackCommand: receiptCommand,
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    GroupMsgReceiptList: Array.from({ length: count }, (_, i) => ({
      MsgSeq: i + 1,
      ReadNum: 2,
      UnreadNum: 3,
      ReadReceiptMembers: [{ Member_Account: `u_member_${i}` }],
    })),
    EventTime: time,
  });

/** Both over fresh texts and bodies: one that was decoded before needs no normalising any more. */
function compare(wire, text, rounds) {
  const entry = tencentIndex.get(wire);
  const times = Math.max(4, Math.round(1e6 / text.length));
  const [decodes, parses] = [[], []];
  for (let i = -5; i < rounds; i++) {
    const bodies = Array.from({ length: times }, () => JSON.parse(text));
    const decoded = microsOf((n) => decodeBody(entry, bodies[n], true)._tag, times);
    const parsed = microsOf(() => JSON.parse(text), times);
    if (i < 0) continue; // warm first
    decodes.push(decoded);
    parses.push(parsed);
  }
  if (decodeBody(entry, JSON.parse(text))._tag !== 'Right') throw new Error(`${wire} does not fit`);
  return { micros: median(decodes), ratio: ratioOf(decodes, parses) };
}

/** Each sample of the catalogue, as its page prints it; what is said is the median over all of them. */
function compareSamples(rounds) {
  const commands = [...new Set(tencentIndex.values())];
  const ratios = commands.map(({ wire, sample }) => compare(wire, JSON.stringify(sample), rounds).ratio);
  const medians = ratios.map((ratio) => ratio.median);
  return {
    median: median(medians),
    minima: median(ratios.map((ratio) => ratio.minima)),
    from: quantile(medians, 0.25),
    to: quantile(medians, 0.75),
  };
}

function measureCodecs(rounds = 21) {
  const rows = [
    { what: 'decode of a 1 KB message / JSON.parse of it', most: 0.25, ...compare(command, body.toString(), rounds) },
    { what: 'decode of all samples, median / JSON.parse', most: 0.2, ratio: compareSamples(Math.ceil(rounds / 3)) },
  ];
  const times = [
    ['', 1718000208321],
    [', time quoted', '1718000208321'],
  ];
  for (const [label, time] of times) {
    for (const count of [10, 1000]) {
      const measured = compare(receiptCommand, receipts(count, time), rounds);
      const note = `${((1000 * measured.micros) / count).toFixed(0)} ns an entry`;
      rows.push({
        what: `decode of ${count} read receipts${label} / JSON.parse`,
        most: 0.5,
        ...measured,
        note,
      });
    }
  }
  return rows;
}

module.exports = { measureCodecs };
if (require.main === module)
  for (const { what, ratio, note = '' } of measureCodecs(Number(process.argv[2] ?? 21)))
    console.log(what.padEnd(58), shown(ratio), note);
