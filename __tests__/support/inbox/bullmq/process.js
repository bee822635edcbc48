/** `node process.js accept <url> <name> <count> <conversations>`, `work <url> <name>` or `hang <url> <name>`; see processes.ts. */
const { setTimeout: pause } = require('node:timers/promises');
const { Redis } = require('ioredis');
const { bullmqInbox } = require('../../../../dist/inbox/bullmq');

const [role, url, name, count, conversations] = process.argv.slice(2);
const inbox = bullmqInbox({ connection: url, lockMs: 3000 });

function delivery(number) {
  return {
    key: `${name}/${number}`,
    identified: true,
    conversation: `c${number % Number(conversations)}`,
    vendor: 'openim',
    wire: 'callbackAfterSendGroupMsgCommand',
    operationID: String(number),
    receivedAt: Date.now(),
    query: {},
    expected: true,
    body: '{}',
  };
}

async function accept() {
  for (let i = 0; i < Number(count); i++) await inbox.accept(delivery(i));
  process.send('accepted');
}

async function work() {
  const log = new Redis(url);
  const consumer = await inbox.consume(
    async ({ delivery: { key, conversation } }) => {
      await log.rpush('log', `begin ${conversation} ${key} ${name}`);
      await pause(Math.random() * 4);
      await log.rpush('log', `end ${conversation} ${key} ${name}`);
      return { next: 'done' };
    },
    { concurrency: 8 },
  );
  process.send('working');
  return async () => {
    await consumer.stop(5000);
    log.disconnect();
  };
}

/** Its handlers never end, and nothing but the inbox keeps it alive. */
async function hang() {
  process.removeAllListeners('disconnect');
  const consumer = await inbox.consume(() => new Promise(() => {}), { concurrency: 8 });
  process.send('working');
  return () => consumer.stop(100);
}

async function main() {
  await inbox.open();
  const stop = await { accept, work, hang }[role]();
  process.on('message', async () => {
    await stop?.();
    await inbox.close();
    process.disconnect();
  });
}

process.on('disconnect', () => process.exit());
main();
