/**
 * The file in engines/ with this name: what is particular to an engine, and nothing else is. It exports
 *
 * - `makeInbox(folder)`, called in the server's process: an inbox that is not open yet;
 * - `setUp(folder)`, where something must run beside it: resolves with `{ env, tearDown, strike, mend, pauseMs }`, the environment
 *   of the servers, what ends it and, where there is one, a blow to deal before the server is killed, `strike({ isReady, pid })`, what
 *   makes good of it after that, and how slowly the sender sends;
 * - `openFloor(folder)`, for the bench: `store(bodies)`, the driver's own fastest way to bring a batch of texts to the disk, and
 *   `close()`.
 */
function engineOf(name) {
  if (!/^[a-z-]+$/.test(name ?? '')) throw new Error(`an engine is a file in scripts/crash/engines, got ${name}`);
  return require(`./engines/${name}`);
}

module.exports = { engineOf };
