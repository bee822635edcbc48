/** Rounds of load and SIGKILL against one engine, and the count of what was lost. */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { engineOf } = require('./engine');

/**
 * The next message of a child that has this field. Rejects when the child ends first, so that nobody waits for ever.
 */
function answer(child, field) {
  return new Promise((resolve, reject) => {
    const end = (code, signal) => reject(new Error(`${field} never came: the process ended with ${signal ?? code}`));
    child.once('exit', end);
    child.on('message', function take(message) {
      if (!(field in message)) return;
      child.off('message', take).off('exit', end);
      resolve(message[field]);
    });
  });
}

/** A server's answer to one word. */
function ask(child, word) {
  child.send(word);
  return answer(child, word);
}

function forkServer(engine, folder, env = {}) {
  const options = { env: { ...process.env, ...env }, execArgv: ['--disable-warning=ImCallbacksWarning'] };
  return fork(join(__dirname, 'server.js'), [engine, folder], options);
}

async function startServer(engine, folder, env) {
  const child = forkServer(engine, folder, env);
  return { child, port: await answer(child, 'port') };
}

/** Runs a server for the last time, without load, until nothing waits. */
async function finish(engine, folder, env) {
  const { child } = await startServer(engine, folder, env);
  for (;;) {
    const { waiting, running } = await ask(child, 'stats');
    if (waiting + running === 0) break;
    await pause(50);
  }
  child.send('stop');
  await once(child, 'exit');
}

/** Kills a server before it has read what its predecessor left. This happens only in some rounds. */
async function cutShort({ engine, folder, env }) {
  const child = forkServer(engine, folder, env);
  await pause(Math.random() * 400);
  await kill(child);
}

async function kill(child) {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** The sender's last message. */
function lastWord(load) {
  return new Promise((resolve) => {
    load.on('message', function take(message) {
      if (!('acknowledged' in message)) return;
      load.off('message', take);
      resolve(message);
    });
  });
}

/**
 * Load until a random moment after the first ACK, then SIGKILL. Resolves with what the sender knows to be acknowledged.
 */
async function round(load, { engine, folder, env, strike, mend, pauseMs, first, least }) {
  if (Math.random() < 0.25) await cutShort({ engine, folder, env });
  const { child, port } = await startServer(engine, folder, env);
  const begun = answer(load, 'begun');
  const told = lastWord(load);
  load.send({ port, first, pauseMs });
  await begun;
  await pause(least + Math.random() * least);
  await strike?.({ isReady: () => ask(child, 'ready'), pid: child.pid });
  await kill(child);
  await mend?.();
  return told;
}

/**
 * Runs at least `rounds` rounds, and goes on until `acknowledgements` ACKs were given. Resolves with the counts: `lost`
 * must be 0, `twice` is what "at least once" permits. `hold`: no handler ends before the last round is over.
 */
async function crashRounds(engine, { rounds, acknowledgements, least = 300, hold = false }) {
  const folder = mkdtempSync(join(tmpdir(), `im-callbacks-crash-${engine}-`));
  const beside = await engineOf(engine).setUp?.(folder);
  const env = { ...beside?.env, ...(hold && { IM_CALLBACKS_HOLD: '1' }) };
  const load = fork(join(__dirname, 'load.js'));
  const acknowledged = new Set();
  let [done, first, refused] = [0, 1, 0];
  try {
    while (done < rounds || acknowledged.size < acknowledgements) {
      const told = await round(load, { ...beside, env, engine, folder, first, least });
      for (const number of told.acknowledged) acknowledged.add(number);
      first = told.next;
      refused += told.refused;
      done += 1;
    }
    await finish(engine, folder, beside?.env);
    const lines = readFileSync(join(folder, 'handled'), 'utf8').split('\n');
    const numbers = lines.filter((line) => line !== '').map(Number);
    const handled = new Set(numbers);
    const lost = [...acknowledged].filter((number) => !handled.has(number)).length;
    return {
      rounds: done,
      acknowledged: acknowledged.size,
      refused,
      handled: handled.size,
      lost,
      twice: numbers.length - handled.size,
    };
  } finally {
    load.disconnect();
    await beside?.tearDown();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { answer, crashRounds, startServer };
