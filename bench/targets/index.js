/**
 * What is measured, each in a process of its own. `make` gives a request listener, or a server that is ready; `sender`
 * names what its requests are like (requests.js), `connections` how many send at once (16 unless told); `peer` says that it needs the packages of
 * bench/package.json, `engine` that it needs that engine's server.
 */
const { fastifyServer } = require('./fastify');
const { withMemory } = require('./checks');
const { handWritten, tuned, tunedApp, zodCheck } = require('./hand-written');
const { raw } = require('./raw');
const {
  inExpress,
  receiver,
  withApps,
  withEngine,
  withHandlers,
  withMemoryInbox,
  withSqliteInbox,
  withTelemetry,
  withTwentyCommands,
} = require('./receiver');

const express4 = () => require('express4');
const express5 = () => require('express');

/** The twenty commands of bench/commands.js, as one who wrote the route by hand would know them. */
function takesTwenty() {
  const known = new Set(require('../commands').map(({ wire }) => wire));
  return (command) => known.has(command);
}

const scaled = (counts, name, make) =>
  Object.fromEntries(counts.map((count) => [name(count), { make: () => make(count), scaled: true }]));

module.exports = {
  'hand-written, Express 5': { make: () => handWritten(express5()) },
  'package, Express 5': { make: () => inExpress(express5()) },
  'package, Express 5 with the same settings': {
    make: () => tunedApp(express5()).use('/im-callback', receiver()),
  },
  'hand-written, Express 4': { make: () => handWritten(express4()) },
  'package, Express 4': { make: () => inExpress(express4()) },
  'tuned hand-written, Express 5': { make: () => tuned(express5()) },
  'raw node:http': { make: raw },
  'raw node:http that remembers signatures': { make: () => raw({ check: withMemory() }) },
  'raw node:http, behind a proxy': { make: raw, sender: 'proxied' },
  'raw node:http, 20 commands': { make: () => raw({ takes: takesTwenty() }), sender: 'twentyCommands' },
  'tuned hand-written, Express 5, 20 commands': {
    make: () => tuned(express5(), takesTwenty()),
    sender: 'twentyCommands',
  },
  'package, node:http': { make: receiver },
  'package, node:http, behind a proxy': { make: receiver, sender: 'proxied' },
  'package, node:http, 20 commands': { make: withTwentyCommands, sender: 'twentyCommands' },
  'package, Express 5, 20 commands': {
    make: () => express5()().use('/im-callback', withTwentyCommands()),
    sender: 'twentyCommands',
  },
  'package, 64 senders': { make: () => inExpress(express5()), connections: 64 },
  'package, memory inbox': { make: () => withMemoryInbox(), connections: 64 },
  'package, SQLite inbox, store only': {
    make: () => withSqliteInbox({ worker: false }),
    storesOnly: true,
    connections: 64,
  },
  'package, SQLite inbox': { make: () => withSqliteInbox(), connections: 64 },
  'package, PostgreSQL inbox': { make: () => withEngine('postgres'), connections: 64, engine: 'postgres' },
  'package, BullMQ inbox': { make: () => withEngine('bullmq'), connections: 64, engine: 'bullmq' },
  'package, telemetry without SDK': { make: () => withTelemetry() },
  'package, telemetry with SDK': { make: () => withTelemetry(require('../sdk').registerSdk) },
  'hand-written with zod, Express 5': { make: () => handWritten(express5(), zodCheck()), peer: true },
  'hand-written with zod, Express 4': { make: () => handWritten(express4(), zodCheck()), peer: true },
  'fastify and ajv, behind a proxy': { make: fastifyServer, sender: 'proxied', peer: true },
  'octokit, Express 5': { make: () => require('./webhooks').octokit(), sender: 'github', peer: true },
  'LINE, Express 5': { make: () => require('./webhooks').line(), sender: 'line', peer: true },
  'Bolt ExpressReceiver, Express 5': { make: () => require('./webhooks').bolt(), sender: 'slack', peer: true },
  ...scaled([1, 10, 70], (count) => `${count} handlers`, withHandlers),
  ...scaled([1, 10, 100, 1000], (count) => `${count} apps`, withApps),
};
