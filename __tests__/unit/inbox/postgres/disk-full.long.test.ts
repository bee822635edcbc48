/** The disk below a PostgreSQL is full: nothing is acknowledged, everybody is told, and it goes on by itself. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresInbox } from '../../../../src/inbox/postgres';
import { delivery, eventually } from '../../../support/inbox/deliveries';
import { describeWithPostgres, startPostgres } from '../../../support/inbox/postgres/postgres-server';

const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-postgres-small-'));
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]).status === 0;
const words = canMount ? 'on a full disk' : 'on a full disk (skipped: no right to mount one)';

afterAll(() => {
  if (canMount) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

describeWithPostgres('postgresInbox', () => {
  (canMount ? it : it.skip)(
    words,
    async () => {
      execFileSync('chown', ['postgres', folder]);
      const server = await startPostgres();
      await server.ask(`CREATE TABLESPACE small LOCATION '${folder}'`);
      await server.ask('ALTER DATABASE postgres SET default_tablespace = small');
      const inbox = postgresInbox({ connection: server.url });
      await inbox.open();
      await inbox.accept(delivery());

      // Another user of the disk fills it.
      await server.ask('CREATE TABLE filler (text text)');
      await server.ask('ALTER TABLE filler ALTER COLUMN text SET STORAGE EXTERNAL');
      for (;;) {
        const full = await server.ask("INSERT INTO filler SELECT repeat('x', 100000)").then(
          () => false,
          () => true,
        );
        if (full) break;
      }
      const said = async () =>
        inbox.accept(delivery({ body: JSON.stringify({ text: 'y'.repeat(200_000) }) })).then(
          () => 'stored',
          (error: Error) => error.message,
        );
      await eventually(async () => /disk is full/.test(await said()), 30_000);
      expect(await said()).toMatch(/^PostgreSQL says: could not extend file .*\(its disk is full\)$/);

      await server.ask('DROP TABLE filler');
      await eventually(async () => (await said()) === 'stored', 30_000);
      await eventually(
        async () =>
          inbox.open().then(
            () => true,
            () => false,
          ),
        30_000,
      );
      expect((await inbox.stats()).waiting).toBeGreaterThanOrEqual(2);
      await inbox.close();
      await server.remove();
    },
    120_000,
  );
});
