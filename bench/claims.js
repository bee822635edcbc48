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
      of: 'package, Express 5 with the same settings',
      to: 'tuned hand-written, Express 5',
      most: 0.95,
      lead: {
        en: 'an Express 5 route written and tuned by hand, both in an app with the same settings',
        zh: '手写并调优过的 Express 5 路由，双方的应用设置相同',
      },
    },
    { of: express5, to: 'tuned hand-written, Express 5' },
    {
      of: express5,
      to: 'hand-written, Express 5',
      most: { 20: 0.8, 22: 0.8, 24: 0.7 },
      lead: {
        en: 'an Express 5 route as most write it: `express.json()`, `res.json()`',
        zh: '多数人写的 Express 5 路由：`express.json()`、`res.json()`',
      },
    },
    {
      of: express5,
      to: 'octokit, Express 5',
      most: { 20: 0.95, 22: 0.95, 24: 0.8 },
      lead: {
        en: '@octokit/webhooks in Express 5, its own callback',
        zh: 'Express 5 里的 @octokit/webhooks，接收它自己的回调',
      },
    },
  ],
  [
    {
      of: 'package, node:http',
      to: 'raw node:http',
      most: 1.1,
      lead: {
        en: 'a bare `node:http` server with the same checks and no limits (a bound, not a rival)',
        zh: '做同样检查、没有任何限制的裸 `node:http` 服务器（理论下限，仅供参照）',
      },
    },
    { of: 'package, node:http', to: 'raw node:http that remembers signatures' },
    { of: 'raw node:http', to: 'hand-written, Express 5' },
  ],
  [
    {
      of: 'package, node:http, behind a proxy',
      to: 'fastify and ajv, behind a proxy',
      most: 1,
      lead: {
        en: 'fastify with ajv, both with the headers of a proxy, the package on `node:http`',
        zh: 'fastify 加 ajv，双方都带代理的请求头，本包运行在 `node:http` 上',
      },
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
      lead: {
        en: 'itself without an inbox, 64 senders: SQLite, stored and handled',
        zh: '不带收件箱的本包，64 个发送方：SQLite，存储并处理',
      },
    },
  ],
  [
    {
      of: 'package, PostgreSQL inbox',
      to: none,
      most: 2,
      added: true,
      lead: {
        en: 'itself without an inbox, 64 senders: PostgreSQL, stored and handled',
        zh: '不带收件箱的本包，64 个发送方：PostgreSQL，存储并处理',
      },
    },
    { of: 'package, BullMQ inbox', to: none, added: true },
  ],
  [
    { of: 'package, telemetry without SDK', to: express5, most: 1.03 },
    { of: 'package, telemetry with SDK', to: express5 },
  ],
];
