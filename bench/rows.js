/** Everything but the HTTP rounds as rows of the table, measured by the Node that runs this: `node bench/rows.js` prints JSON. */
const { execFileSync } = require('node:child_process');
const { compareBodies } = require('./hostile');
const { measureLoading } = require('./loading');
const { measureMemory } = require('./memory');
const { measureScale } = require('./scale');
const { measureSlowBodies } = require('./slow-bodies');
const { median } = require('./statistics');
const { measureTypes } = require('./types');

const same = (value) => ({ median: value, minima: value, from: value, to: value });

/** In a process of its own, as an HTTP target is. */
function codecRows() {
  const script = `console.log(JSON.stringify(require(${JSON.stringify(require.resolve('./codecs'))}).measureCodecs()))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

/** Each body in its row, and the worst of them in the one that leads. */
async function hostileRows() {
  const rows = (await compareBodies(15)).map(({ name, ratio }) => ({
    what: `hostile: ${name} / JSON.parse`,
    most: 2,
    ratio,
  }));
  const worst = rows.reduce((one, other) => (other.ratio.median > one.ratio.median ? other : one));
  const lead = {
    en: '`JSON.parse` of the same bytes: the worst of all hostile bodies, received, checked and answered',
    zh: '对同样字节的 `JSON.parse`：最坏的恶意请求体，接收、检查并应答',
  };
  return [{ ...worst, what: 'the worst hostile body / JSON.parse', lead }, ...rows];
}

async function slowBodies() {
  const heap = await measureSlowBodies();
  const [ours, theirs] = [heap['package, Express 5'], heap['hand-written, Express 5']];
  const note = `${(ours / 1024).toFixed(1)} KB`;
  return {
    what: 'heap of a body on its way, package / hand-written, Express 5',
    most: 1.1,
    ratio: same(ours / theirs),
    note,
  };
}

async function rows() {
  const hostile = await hostileRows();
  const memory = await measureMemory({ seconds: 15 });
  const loading = measureLoading();
  const types = measureTypes()['every-handler.ts'];
  return [
    ...hostile,
    ...codecRows(),
    ...(await measureScale()),
    await slowBodies(),
    {
      what: 'resident memory under load, package / hand-written, Express 5',
      ratio: same(memory.ratio),
      note: `second half / first half ${memory.growth.toFixed(3)}`,
    },
    {
      what: 'loading, CPU, package / express',
      ratio: loading.ratio,
      note: `${median(loading.taken['the package']).toFixed(0)} ms`,
    },
    { what: 'type-check, every handler used', said: `${(median(types) / 1000).toFixed(1)} s` },
  ];
}

rows().then((measured) => {
  process.stdout.write(JSON.stringify(measured));
});
