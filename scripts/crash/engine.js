/**
 * Loads the file in engines/ with this name. It holds everything that is particular to an engine. It exports
 *
 * - `makeInbox(folder)`, called in the server's process: returns an inbox that is not open yet;
 * - `setUp(folder)`, where the engine needs a server or a disk: resolves with
 *   `{ env, tearDown, strike, mend, pauseMs }`. `env` is the environment of the servers, `tearDown` removes everything.
 *   The others are optional: `strike({ isReady, pid })` causes a fault before the server is killed, `mend` undoes it
 *   afterwards, and `pauseMs` is how slowly the sender sends;
 * - `openFloor(folder)`, for the bench: `store(bodies)`, the driver's own fastest way to bring a batch of texts to the
 *   disk, and `close()`.
 */
function engineOf(name) {
  if (!/^[a-z-]+$/.test(name ?? '')) throw new Error(`an engine is a file in scripts/crash/engines, got ${name}`);
  return require(`./engines/${name}`);
}

module.exports = { engineOf };
