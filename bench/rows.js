/** Everything but the HTTP rounds as rows of the table, measured by the Node that runs this: `node bench/rows.js` prints JSON. */
const { measureCodecs } = require('./codecs');
const { compareBodies } = require('./hostile');
const { measureLoading } = require('./loading');
const { measureMemory } = require('./memory');
const { measureScale } = require('./scale');
const { least, median } = require('./statistics');
const { measureTypes } = require('./types');

async function rows() {
  const memory = await measureMemory();
  const loading = measureLoading().taken;
  const types = measureTypes()['every-handler.ts'];
  return [
    ...measureCodecs(),
    ...(await compareBodies(31)).map(({ name, bound, ratio }) => ({
      what: `hostile: ${name} / JSON.parse`,
      target: bound,
      ratio,
    })),
    ...(await measureScale()),
    {
      what: 'memory, 60 s of load, package / hand-written, Express 5',
      target: '≤ 1.05',
      said: `${memory.ratio.toFixed(2)}; second half / first half ${memory.growth.toFixed(3)}`,
    },
    {
      what: 'loading, CPU',
      target: '≤ 60 ms',
      said: `${median(loading['the package']).toFixed(0)} ms, least ${least(loading['the package']).toFixed(0)}`,
    },
    { what: 'type-check, every handler used', target: '≤ 5 s', said: `${(median(types) / 1000).toFixed(1)} s` },
  ];
}

rows().then((measured) => {
  process.stdout.write(JSON.stringify(measured));
});
