/**
 * The server that is killed: `node server.js <engine> <folder>`, forked. It appends what was handled to the file
 * `handled` before the handler returns, in one write with O_APPEND: then the kernel has it, and it survives the
 * process. With IM_CALLBACKS_HOLD no handler ends: everything that was acknowledged is unhandled when the server is
 * killed, on a slow machine and on a quick one.
 */
const { openSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const express = require('express');
const { engineOf } = require('./engine');
const { receiver } = require('./receiver');

const [engine, folder] = process.argv.slice(2);
const handled = openSync(join(folder, 'handled'), 'a');

/** Fails one time in ten, so that there are always retries under way. */
async function handle(number) {
  if (process.env.IM_CALLBACKS_HOLD) await new Promise(() => {});
  if (Math.random() < 0.1) throw new Error('a bad moment');
  writeSync(handled, `${number}\n`);
}

const isReady = (callbacks) =>
  callbacks.ready().then(
    () => true,
    () => false,
  );

async function main() {
  const inbox = engineOf(engine).makeInbox(folder);
  const callbacks = receiver(inbox, handle);
  await callbacks.ready();
  const server = express().use('/im-callback', callbacks).listen(0, '127.0.0.1');
  server.once('listening', () => process.send({ port: server.address().port }));
  process.on('message', async (message) => {
    if (message === 'stats') return process.send({ stats: await inbox.stats() });
    if (message === 'ready') return process.send({ ready: await isReady(callbacks) });
    server.close();
    server.closeAllConnections();
    await callbacks.drain();
    process.disconnect();
  });
  process.on('disconnect', () => process.exit());
}

main();
