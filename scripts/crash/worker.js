/**
 * A worker that is stopped or killed, in a process of its own, forked: `node worker.js <url> <how>`. `log`: appends the
 * number of each message to the file of IM_CALLBACKS_LOG. `transaction`: writes the number in the transaction that ends
 * the delivery. `hang`: no handler ends. The worker also accepts the deliveries that its parent sends.
 */
const { openSync, writeSync } = require('node:fs');
const { setTimeout: pause } = require('node:timers/promises');
const { startWorker } = require('../..');
const { postgresInbox } = require('../../dist/inbox/postgres');

const [connection, how] = process.argv.slice(2);
const log = how === 'log' ? openSync(process.env.IM_CALLBACKS_LOG, 'a') : undefined;

const handlers = {
  async log(event) {
    await pause(Math.random() * 3);
    writeSync(log, `${event.body.MsgSeq}\n`);
  },
  hang: () => new Promise(() => {}),
  async transaction(event) {
    if (Math.random() < 0.05) throw new Error('a bad moment');
    await event.transaction(async (client) => {
      await client.query('INSERT INTO effect (number) VALUES ($1)', [event.body.MsgSeq]);
      await pause(Math.random() * 4);
    });
    if (Math.random() < 0.05) throw new Error('a bad moment after the end'); // which changes nothing any more
  },
};

const inbox = postgresInbox({ connection, lockMs: 1000 });
const worker = startWorker({
  inbox,
  worker: { concurrency: 16, backoffMs: 20, maxBackoffMs: 100, attempts: 1000, holdMs: 60_000 },
  onGroupMsg: handlers[how],
});
const tell = (message) => process.send?.(message);
worker.ready().then(
  () => tell({ ready: true }),
  () => {}, // it tries again, and accepts nothing here
);
process.on('message', async ({ accept }) => {
  if (accept !== undefined) {
    const answer = await inbox.accept(accept).then(
      () => ({ accepted: accept.key }),
      () => ({ refused: accept.key }),
    );
    return tell(answer);
  }
  await worker.drain({ timeoutMs: 5000 });
  process.exit();
});
process.on('disconnect', () => process.exit());
