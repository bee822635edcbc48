/**
 * What is claimed of HTTP targets. Each row compares the CPU per request of `of` with that of `to`. `most` is the target, one number or
 * one for each Node major; `lead` is the sentence of the row in the table that opens docs/performance.md. Each group is measured on its
 * own, so that what is compared stands side by side, and few processes share a core.
 */
const express5 = 'package, Express 5';
const none = 'package, 64 senders';

module.exports = [
  [
    {
      of: express5,
      to: 'tuned hand-written, Express 5',
      most: 0.95,
      lead: 'an Express 5 route written and tuned by hand',
    },
    {
      of: express5,
      to: 'hand-written, Express 5',
      most: { 20: 0.8, 22: 0.8, 24: 0.7 },
      lead: 'an Express 5 route as most write it: `express.json()`, `res.json()`',
    },
    {
      of: express5,
      to: 'octokit, Express 5',
      most: { 20: 0.95, 22: 0.95, 24: 0.8 },
      lead: '@octokit/webhooks in Express 5, its own callback',
    },
  ],
  [
    {
      of: 'package, node:http',
      to: 'raw node:http',
      most: 1.1,
      lead: 'a bare `node:http` server with the same checks and no limits (a bound, not a rival)',
    },
    { of: 'package, node:http', to: 'raw node:http that remembers signatures' },
    { of: 'raw node:http', to: 'hand-written, Express 5' },
  ],
  [
    {
      of: 'package, node:http, behind a proxy',
      to: 'fastify and ajv, behind a proxy',
      most: 1,
      lead: 'fastify with ajv, both with the headers of a proxy, the package on `node:http`',
    },
    { of: 'package, node:http, behind a proxy', to: 'raw node:http, behind a proxy', most: 1.1 },
  ],
  [
    { of: 'package, node:http, 20 commands', to: 'raw node:http, 20 commands', most: 1.1 },
    { of: 'package, Express 5, 20 commands', to: 'tuned hand-written, Express 5, 20 commands' },
  ],
  [
    { of: 'package, Express 4', to: 'hand-written, Express 4' },
    { of: 'package, Express 4', to: 'hand-written with zod, Express 4' },
  ],
  [
    { of: express5, to: 'LINE, Express 5' },
    { of: express5, to: 'Bolt ExpressReceiver, Express 5' },
    { of: express5, to: 'hand-written with zod, Express 5' },
  ],
  [
    { of: 'package, memory inbox', to: none, added: true },
    { of: 'package, SQLite inbox, store only', to: none, most: 1.3, added: true },
    {
      of: 'package, SQLite inbox',
      to: none,
      most: 1.6,
      added: true,
      lead: 'itself without an inbox, 64 senders: SQLite, stored and handled',
    },
  ],
  [
    {
      of: 'package, PostgreSQL inbox',
      to: none,
      most: 2,
      added: true,
      lead: 'itself without an inbox, 64 senders: PostgreSQL, stored and handled',
    },
    { of: 'package, BullMQ inbox', to: none, added: true },
  ],
  [
    { of: 'package, telemetry without SDK', to: express5, most: 1.03 },
    { of: 'package, telemetry with SDK', to: express5 },
  ],
];
