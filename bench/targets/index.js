/**
 * What is measured, each in a process of its own. `make` gives a request listener, or a server that is ready; `sender`
 * names who signs its requests, `connections` how many send at once (16 unless told); `peer` says that it needs the packages of bench/package.json.
 */
const { fastifyServer } = require('./fastify');
const { handWritten, zodCheck } = require('./hand-written');
const { raw } = require('./raw');
const {
  inExpress,
  receiver,
  withApps,
  withHandlers,
  withMemoryInbox,
  withSqliteInbox,
  withTelemetry,
} = require('./receiver');

const express4 = () => require('express4');
const express5 = () => require('express');

const scaled = (counts, name, make) =>
  Object.fromEntries(counts.map((count) => [name(count), { make: () => make(count), scaled: true }]));

module.exports = {
  'hand-written, Express 5': { make: () => handWritten(express5()) },
  'package, Express 5': { make: () => inExpress(express5()) },
  'hand-written, Express 4': { make: () => handWritten(express4()) },
  'package, Express 4': { make: () => inExpress(express4()) },
  'raw node:http': { make: raw },
  'package, node:http': { make: receiver },
  'package, 64 senders': { make: () => inExpress(express5()), connections: 64 },
  'package, memory inbox': { make: () => withMemoryInbox(), connections: 64 },
  'package, SQLite inbox, store only': {
    make: () => withSqliteInbox({ worker: false }),
    storesOnly: true,
    connections: 64,
  },
  'package, SQLite inbox': { make: () => withSqliteInbox(), connections: 64 },
  'package, telemetry without SDK': { make: () => withTelemetry() },
  'package, telemetry with SDK': { make: () => withTelemetry(require('../sdk').registerSdk) },
  'hand-written with zod, Express 5': { make: () => handWritten(express5(), zodCheck()), peer: true },
  'hand-written with zod, Express 4': { make: () => handWritten(express4(), zodCheck()), peer: true },
  'fastify and ajv': { make: fastifyServer, peer: true },
  'octokit, Express 5': { make: () => require('./webhooks').octokit(), sender: 'github', peer: true },
  'LINE, Express 5': { make: () => require('./webhooks').line(), sender: 'line', peer: true },
  'Bolt ExpressReceiver, Express 5': { make: () => require('./webhooks').bolt(), sender: 'slack', peer: true },
  ...scaled([1, 10, 70], (count) => `${count} handlers`, withHandlers),
  ...scaled([1, 10, 100, 1000], (count) => `${count} apps`, withApps),
};
