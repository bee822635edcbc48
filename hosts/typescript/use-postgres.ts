/** The entry that needs the types of pg, which need TypeScript 5.7 themselves where libraries are checked, too. */
import { type ImCallbacks, imCallbacks } from 'express-im-callbacks';
import { postgresInbox } from 'express-im-callbacks/inbox/postgres';

export const callbacks: ImCallbacks = imCallbacks({
  tencent: { sdkAppId: 1400000001 },
  inbox: postgresInbox({ connection: { host: ['db-1', 'db-2'], user: 'app' } }),
  onGroupMsg: async (event) => {
    await event.transaction(async (client) => {
      const { rows } = await client.query<{ n: number }>('SELECT 1 AS n');
      // @ts-expect-error: the client is that of pg
      client.nothing();
      return rows[0]?.n;
    });
  },
});
