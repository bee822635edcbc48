/**
 * `npm run test:hosts [-- name …]`: runs the receiver in every host of this folder, built from its packages as npm has
 * them, sends each the same requests, and compares the replies byte for byte. Prints a table. Fails where a reply
 * differs from requests.js, unless the package.json of the host lists the difference with its reason.
 */
const { readdirSync } = require('node:fs');
const { rm } = require('node:fs/promises');
const { join } = require('node:path');
const { exchange } = require('./exchange');
const { requests } = require('./requests');
const { tryCheck } = require('./check');
const { makeProject, openScratch } = require('./scratch');
const { startServer } = require('./server');

/** Few machines that build this have more than two processors. */
const atOnce = 2;
/** These start first, so that none of them runs alone at the end. */
const slow = ['typescript', 'bundles', 'next', 'nitro'];

async function main(wanted) {
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const all = [...new Set([...slow, ...folders.map(({ name }) => name)])];
  const names = all.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (names.length === 0) throw new Error(`no such host: ${wanted.join(', ')}`);
  const scratch = await openScratch();
  process.once('exit', scratch.remove);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const rows = [];
  const worker = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift())
      rows.push(...(await tryFolder(scratch, name)));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  report(rows);
}

/** The rows of all servers of one folder. A folder that cannot be installed is one failed row. */
async function tryFolder(scratch, name) {
  const { hosts = [], checks = [], os = [process.platform], cpu = [process.arch] } = require(
    join(__dirname, name, 'package.json'),
  );
  if (!os.includes(process.platform) || !cpu.includes(process.arch))
    return [{ title: name, skipped: 'no binary for this machine' }];
  const began = Date.now();
  const folder = join(scratch.folder, name);
  try {
    await makeProject(scratch, name);
    const rows = [];
    for (const host of hosts) rows.push(await tryHost(folder, host));
    for (const check of checks) rows.push(await tryCheck(folder, check, scratch));
    console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
    return rows;
  } catch (error) {
    return [{ title: name, passed: 0, problems: [`${error.message}\n${error.stdout ?? ''}`] }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryHost(folder, host) {
  const { title, differs = {} } = host;
  let server;
  try {
    server = await startServer(folder, host);
  } catch (error) {
    return { title, passed: 0, problems: [error.message] };
  }
  const problems = Object.keys(differs)
    .filter((name) => !requests.some((request) => request.name === name))
    .map((name) => `differs: there is no request ${name}`);
  let passed = 0;
  for (const request of requests) {
    const got = await exchange(server.port, request, host);
    const expected = { ...request, ...differs[request.name] };
    if (got.status === expected.status && got.reply === expected.reply) passed += 1;
    else
      problems.push(`${request.name}: expected ${expected.status} ${expected.reply}, got ${got.status} ${got.reply}`);
  }
  await server.stop();
  if (problems.length > 0) problems.push(server.printed());
  return { title, passed, problems, differs };
}

function report(rows) {
  const width = Math.max(...rows.map(({ title }) => title.length));
  for (const { title, passed, of = requests.length, problems = [], skipped, differs = {} } of rows) {
    const known = Object.entries(differs).map(([name, { why }]) => `${name}: ${why}`);
    console.log(
      `${title.padEnd(width)}  ${skipped ?? `${passed} of ${of}`}${known.length > 0 ? `  (${known.join('; ')})` : ''}`,
    );
    for (const problem of problems) console.log(`  ${problem.replaceAll('\n', '\n    ')}`);
  }
  const failed = rows.filter(({ problems = [] }) => problems.length > 0).length;
  const skipped = rows.filter((row) => row.skipped !== undefined).length;
  console.log(`${rows.length - failed - skipped} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main(process.argv.slice(2));
