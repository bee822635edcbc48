/** `INBOX_URL=postgres://…`: the demo with its inbox in PostgreSQL, as `npm run demo` starts it. */

import { join } from 'node:path';
import { breakBroadcasts } from '../../../demo/broken';
import { readConfig } from '../../../demo/config';
import { makeInbox } from '../../../demo/inbox';
import { tellStory } from '../../../demo/story';
import { newFolder, runApp, settings, until } from '../../support/demo/running-app';
import { describeWithPostgres, type PostgresServer, startPostgres } from '../../support/inbox/postgres/postgres-server';

describeWithPostgres('the demo with INBOX_URL', () => {
  const folder = newFolder();
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  it('has its inbox in PostgreSQL, and shows there what is dead and revived', async () => {
    const config = { ...readConfig({ INBOX_URL: server.url }), dataFolder: folder };
    const app = await runApp(folder, { attempts: 1, gapGraceMs: 50 }, {}, await makeInbox(config));
    try {
      expect(await (await fetch(`${app.origin}/health`)).json()).toMatchObject({
        ready: true,
        durability: 'power-loss',
      });
      const broken = () => breakBroadcasts(join(folder, 'chat.db'));
      await tellStory({ ...settings, origin: app.origin, pace: 50, breakBroadcasts: broken, onStep: () => {} });
      await until(async () => {
        const { inbox } = (await (await fetch(`${app.origin}/health`)).json()) as { inbox: object };
        expect(inbox).toMatchObject({ waiting: 0, running: 0, dead: 0 });
      });
      const outcomes = new Set(app.lines.map((line) => JSON.parse(line).outcome));
      for (const outcome of ['handled', 'duplicate', 'dead']) expect(outcomes).toContain(outcome);
      const [row] = await server.ask('SELECT count(*)::int AS keys FROM im_inbox.seen');
      expect(row?.keys).toBeGreaterThan(0);
    } finally {
      await app.stop();
    }
  }, 90_000);
});
