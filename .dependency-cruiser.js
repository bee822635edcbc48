/**
 * Imports point one way, those of types too: `npm run lint:imports` holds every import in src against this file.
 *
 * The rooms of src, from the bottom up. A room may import from itself and from the lines above its own. Rooms on one line
 * do not know each other. A folder stands for all its files but those that stand here by name.
 */
const layers = [
  ['package-version.ts', 'promises', 'codecs', 'options'],
  ['json-schema'],
  ['catalogue'],
  ['callback'],
  ['inbox/inbox.ts'], // only the interface: `flow` stores deliveries and imports no engine
  ['observe'],
  ['flow'],
  ['sending'],
  ['vendors'],
  ['inbox'],
  ['receiver'],
  ['im-callbacks.ts', 'start-worker.ts'],
  ['index.ts'],
  // From here on: what the main entry does not load.
  ['schema', 'sender', 'otel', 'message'],
  ['testing'],
  ['cli'],
];

/** The same inside of src/vendors/<name>. */
const vendorLayers = [
  ['catalogue'],
  ['receive', 'message'],
  ['failure-guide.ts'],
  ['schema.ts', 'send'],
  ['doctor'],
  ['vendor.ts', 'index.ts'],
];

/** Imports against the order: `{ from, to, why }`, each a room. */
const exceptions = [];

/** Files beside src/vendors/index.ts that may name a vendor, and why. */
const namingVendors = [
  { file: 'sender/index.ts', why: 'exports the types of each vendor’s options, which users write down' },
];

const { exports: published, bin } = require('./package.json');
const built = [...Object.values(published).map((entry) => entry.default), ...Object.values(bin)];

/** The entries of the package, as files of src. */
const entries = among(
  built.filter((file) => file !== undefined).map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts')),
);

module.exports = {
  forbidden: [
    ...oneWay('src', layers),
    ...oneWay('src/vendors/[^/]+', vendorLayers),
    {
      name: 'no circle',
      comment: 'Files that import each other can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'one file names the vendors',
      comment: 'Take what differs from one vendor to the next from `vendors` in src/vendors/index.ts.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/vendors/[^/]+/', among(['vendors/index.ts', ...namingVendors.map(({ file }) => file)])],
      },
      to: { path: '^src/vendors/[^/]+/' },
    },
    {
      name: 'vendors do not know each other',
      comment: 'What two of them share stands in src/vendors, or below.',
      severity: 'error',
      from: { path: '^src/vendors/([^/]+)/' },
      to: { path: '^src/vendors/[^/]+/', pathNot: '^src/vendors/$1/' },
    },
    {
      name: 'a vendor’s parts are loaded when asked for',
      comment: 'Every entry loads every vendor.ts; write `() => require(…)` there.',
      severity: 'error',
      from: { path: '^src/vendors/[^/]+/vendor\\.ts$' },
      to: {
        path: '^src/vendors/[^/]+/(?:receive/(?:index|router)|schema|send|doctor|message)',
        dependencyTypes: ['import'],
      },
    },
    {
      name: 'engines do not know each other',
      comment: 'An app that imports one inbox loads no other. Code that two of them share is in src/inbox.',
      severity: 'error',
      from: { path: '^src/inbox/([^/]+)/' },
      to: { path: '^src/inbox/[^/]+/', pathNot: '^src/inbox/$1/' },
    },
    {
      name: 'no dead file',
      comment: 'No entry of the package leads to it.',
      severity: 'error',
      from: { path: entries },
      to: { path: '^src/', pathNot: entries, reachable: false },
    },
    {
      name: 'only packages that users have',
      comment: 'Name it in dependencies or peerDependencies of package.json, or do without it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'], dependencyTypesNot: ['npm', 'npm-peer'] },
    },
  ],
  options: {
    // TypeScript 7 offers other programs no parser. That of swc, which the tests run with, sees imports of types, too.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};

/** A rule for each room of these layers: what it must not import; and one for files that have no place in them. */
function oneWay(folder, order) {
  const rooms = order.flat();
  const shown = folder.replace('[^/]+', '*');
  const rules = order.flatMap((line, i) =>
    line.map((room) => {
      const excepted = exceptions.filter(({ from }) => from === room).map(({ to }) => to);
      const allowed = [room, ...order.slice(0, i).flat(), ...excepted];
      const forbidden = rooms.filter((other) => !allowed.includes(other));
      return { room, allowed, forbidden };
    }),
  );
  return [
    ...rules
      .filter(({ forbidden }) => forbidden.length > 0)
      .map(({ room, allowed, forbidden }) => ({
        name: `${shown}/${room} imports only what is below it`,
        comment: `That is: ${allowed.join(', ')}.`,
        severity: 'error',
        from: { path: among([room], folder, rooms) },
        to: { path: among(forbidden, folder, rooms) },
      })),
    {
      name: `every file of ${shown} has its place`,
      comment: 'Name the new room in the layers of .dependency-cruiser.js.',
      severity: 'error',
      from: {},
      to: { path: `^${folder}/`, pathNot: among(rooms, folder, rooms) },
    },
  ];
}

/** Matches the files of these rooms, but not those that are rooms themselves. */
function among(rooms, folder = 'src', all = []) {
  const pattern = (room) => {
    if (room.endsWith('.ts')) return `${room.replaceAll('.', '\\.')}$`;
    const apart = all.filter((other) => other.startsWith(`${room}/`)).map((other) => other.slice(room.length + 1));
    return apart.length === 0 ? `${room}/` : `${room}/(?!(?:${apart.map(pattern).join('|')}))`;
  };
  return `^${folder}/(?:${rooms.map(pattern).join('|')})`;
}
