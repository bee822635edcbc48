/** This package, with everything that is on by default. */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { engineOf } = require('../../scripts/crash/engine');
const { sdkAppId, token } = require('../message');
const { save } = require('./checks');

function receiver(options = {}) {
  const { imCallbacks } = require('../..');
  return imCallbacks({ tencent: { sdkAppId, token }, onGroupMsg: (event) => save(event.body), ...options });
}

const inExpress = (express, options) => express().use('/im-callback', receiver(options));

function withMemoryInbox(options) {
  const { memoryInbox } = require('../../dist/inbox/memory');
  return inExpress(require('express'), { inbox: memoryInbox({ maxWaiting: 1_000_000 }), ...options });
}

function withSqliteInbox(options) {
  const { sqliteInbox } = require('../../dist/inbox/sqlite');
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return inExpress(require('express'), { inbox: sqliteInbox({ file: join(folder, 'inbox.db') }), ...options });
}

/** An inbox on a server of its own, which bench/servers.js has started; 64 at a time as bench/inbox.js. */
async function withEngine(engine) {
  const callbacks = receiver({ inbox: engineOf(engine).makeInbox(), worker: { concurrency: 64 } });
  await callbacks.ready();
  return require('express')().use('/im-callback', callbacks);
}

/** With OpenTelemetry; without an SDK it has nobody to tell. */
function withTelemetry(registerSdk) {
  registerSdk?.();
  const { otel } = require('../../dist/otel');
  return inExpress(require('express'), { telemetry: otel() });
}

/** So many handlers of Tencent's, the one that is called among them. */
function withHandlers(count) {
  const { allow, commands } = require('../..');
  const names = [...new Set(commands.filter(({ vendor }) => vendor === 'tencent').map(({ handler }) => handler))];
  const idle = (name) => [name, name.startsWith('before') ? () => allow() : () => {}];
  return receiver({
    ...Object.fromEntries(names.slice(0, count - 1).map(idle)),
    onGroupMsg: (event) => save(event.body),
  });
}

/** With a handler for each of the twenty commands. */
function withTwentyCommands() {
  const { allow } = require('../..');
  const handlerOf = ({ phase, handler }) => [
    handler,
    async (event) => {
      await save(event.body);
      return phase === 'before' ? allow() : undefined;
    },
  ];
  return receiver(Object.fromEntries(require('../commands').map(handlerOf)));
}

/** So many apps on one mount, the one that calls the last. */
function withApps(count) {
  const others = Array.from({ length: count - 1 }, (_, i) => ({ sdkAppId: 1500000000 + i, token: `token-${i}` }));
  return receiver({ tencent: { apps: [...others, { sdkAppId, token }] } });
}

module.exports = {
  receiver,
  inExpress,
  withMemoryInbox,
  withSqliteInbox,
  withEngine,
  withTelemetry,
  withTwentyCommands,
  withHandlers,
  withApps,
};
