/** A real server with the SQLite inbox, as built, under load: killed, robbed of its file or its disk, and watched by strace. */
const { canTrace, traceServer } = require('../../../scripts/crash/fsync');
const { canMount } = require('../../../scripts/crash/disk');
const { crashRounds } = require('../../../scripts/crash/rounds');

/** All that is acknowledged is unhandled when the server is killed: that is no matter of luck. */
const held = { rounds: 2, acknowledgements: 200, hold: true };

describe('a server that is killed with SIGKILL under load', () => {
  it('has handled, in the end, all that it acknowledged', async () => {
    const { acknowledged, lost } = await crashRounds('sqlite', { rounds: 3, acknowledgements: 500 });
    expect(acknowledged).toBeGreaterThanOrEqual(500);
    expect(lost).toBe(0);
  }, 120_000);

  it('has so when not one handler had ended', async () => {
    const { acknowledged, handled, lost } = await crashRounds('sqlite', held);
    expect({ lost, handled }).toEqual({ lost: 0, handled: expect.any(Number) });
    expect(handled).toBeGreaterThanOrEqual(acknowledged);
  }, 120_000);

  it('is seen to lose with an inbox that keeps nothing', async () => {
    const { acknowledged, handled, lost } = await crashRounds('memory', held);
    expect({ lost, handled }).toEqual({ lost: acknowledged, handled: 0 });
  }, 120_000);
});

it('a server whose file is taken away, in each of eight ways, says so and has handled all that it acknowledged', async () => {
  const { rounds, lost } = await crashRounds('sqlite-file-lost', { ...held, rounds: 8 });
  expect({ rounds, lost }).toEqual({ rounds: expect.any(Number), lost: 0 });
  expect(rounds).toBeGreaterThanOrEqual(8);
}, 180_000);

const mountable = canMount();
(mountable ? describe : describe.skip)(
  `a server on a disk of its own${mountable ? '' : ' (skipped: no right to mount here)'}`,
  () => {
    it('that is full for a while says so, is well again by itself, and has handled all that it acknowledged', async () => {
      const { acknowledged, lost } = await crashRounds('sqlite-disk-full', { rounds: 2, acknowledgements: 200 });
      expect(acknowledged).toBeGreaterThanOrEqual(200);
      expect(lost).toBe(0);
    }, 180_000);

    it('whose power is cut has handled all that it acknowledged', async () => {
      const { acknowledged, lost } = await crashRounds('sqlite-power-cut', held);
      expect(acknowledged).toBeGreaterThanOrEqual(200);
      expect(lost).toBe(0);
    }, 180_000);

    it('is seen to lose then with synchronous=NORMAL', async () => {
      const { lost } = await crashRounds('sqlite-power-cut-unsynced', { ...held, rounds: 3 });
      expect(lost).toBeGreaterThan(0);
    }, 180_000);
  },
);

const traceable = canTrace();
if (!traceable && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('strace is missing, and nothing may be skipped');

(traceable ? describe : describe.skip)(
  `the fsync before the ACK${traceable ? '' : ' (skipped: no strace here, or no right to trace)'}`,
  () => {
    it('comes for every delivery, and one for many', async () => {
      const { acknowledged, early, syncs } = await traceServer('sqlite', 400);
      expect({ acknowledged, early }).toEqual({ acknowledged: 400, early: 0 });
      expect(syncs).toBeGreaterThan(0);
      expect(syncs).toBeLessThan(400);
    }, 120_000);

    it('is seen to be missing with synchronous=NORMAL', async () => {
      const { acknowledged, early } = await traceServer('sqlite-unsynced', 100);
      expect(acknowledged).toBe(100);
      expect(early).toBeGreaterThan(50);
    }, 120_000);
  },
);
