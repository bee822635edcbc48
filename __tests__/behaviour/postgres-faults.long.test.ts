/** What Tencent sees while PostgreSQL has a fault: 503 with words over a real socket, never an OK for what is not stored, and OK again by itself. */
import express from 'express';
import { imCallbacks } from '../../src';
import { postgresInbox } from '../../src/inbox/postgres';
import { composeRequest } from '../../src/vendors/tencent';
import { eventually } from '../support/inbox/deliveries';
import { describeWithPostgres, type PostgresServer, startPostgres } from '../support/inbox/postgres/postgres-server';
import { listening, type Posted, post } from '../support/post';
import { sdkAppId, token } from '../support/send';

const rig: { makePair(options: { synchronous: boolean }): Promise<Pair> } = require('../../scripts/crash/failover');
interface Pair {
  readonly primary: PostgresServer;
  readonly standby: PostgresServer;
  readonly link: { cut(): void };
}

/** An app whose inbox is that database, and its sender. */
async function appOn(connection: { host: string | string[]; port?: number; user: string }) {
  const handled = new Set<number>();
  const failures: string[] = [];
  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    inbox: postgresInbox({ connection: { ...connection, database: 'postgres' }, lockMs: 1000 }),
    onGroupMsg: (event: { body: { MsgSeq?: number } }) => void handled.add(event.body.MsgSeq ?? 0),
    onFailure: (failure: { kind: string }) => failures.push(failure.kind),
  } as never);
  const { server, port } = await listening(express().use('/im-callback', callbacks));
  let MsgSeq = 0;
  const acknowledged = new Set<number>();

  /** The answer to one more callback. */
  async function callback() {
    MsgSeq += 1;
    const own = MsgSeq;
    const message = { GroupId: 'g', From_Account: 'a', MsgBody: [], MsgSeq: own };
    const { url, body } = composeRequest('Group.CallbackAfterSendMsg', message as never, {
      path: '/im-callback',
      sdkAppId,
      token,
    });
    const answer = await post(port, url, body);
    if (answer.status === 200) acknowledged.add(own);
    return answer;
  }
  const isAccepted = async () => (await callback()).status === 200;
  async function close() {
    await callbacks.drain({ timeoutMs: 1000 });
    await new Promise((resolve) => server.close(resolve));
  }
  const isAllHandled = () => [...acknowledged].every((seq) => handled.has(seq));
  return { callbacks, callback, isAccepted, isAllHandled, failures, close };
}

describeWithPostgres('callbacks while PostgreSQL has a fault', () => {
  const thrown: unknown[] = [];
  const keep = (reason: unknown) => thrown.push(reason);
  let server: PostgresServer;
  let app: Awaited<ReturnType<typeof appOn>>;
  beforeAll(async () => {
    process.on('unhandledRejection', keep).on('uncaughtException', keep);
    server = await startPostgres({ settings: { max_connections: 20, superuser_reserved_connections: 3 } });
    await server.ask('CREATE ROLE app LOGIN; GRANT CREATE ON DATABASE postgres TO app');
    app = await appOn({ host: '127.0.0.1', port: server.port, user: 'app' });
    await app.callbacks.ready();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await server.remove();
    process.off('unhandledRejection', keep).off('uncaughtException', keep);
    expect(thrown).toEqual([]);
  }, 60_000);

  const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'";
  const faults: [string, (server: PostgresServer) => unknown, (server: PostgresServer) => unknown, RegExp][] = [
    ['is killed', (pg) => pg.kill(), (pg) => pg.start(), /PostgreSQL/],
    [
      'stands still',
      (pg) => pg.signalAll('SIGSTOP'),
      (pg) => pg.signalAll('SIGCONT'),
      /PostgreSQL (does not answer|cannot be reached)/,
    ],
    [
      'has no connection left',
      (pg) => pg.ask(`ALTER ROLE app CONNECTION LIMIT 0; ${cut}`),
      (pg) => pg.ask('ALTER ROLE app CONNECTION LIMIT -1'),
      /too many connections/,
    ],
    [
      'takes no changes',
      (pg) => pg.ask(`ALTER ROLE app SET default_transaction_read_only = on; ${cut}`),
      (pg) => pg.ask(`ALTER ROLE app RESET default_transaction_read_only; ${cut}`),
      /read-only/,
    ],
    [
      'has withdrawn the rights',
      (pg) => pg.ask('REASSIGN OWNED BY app TO postgres; REVOKE ALL ON SCHEMA im_inbox FROM app'),
      (pg) => pg.ask('GRANT USAGE ON SCHEMA im_inbox TO app; GRANT ALL ON ALL TABLES IN SCHEMA im_inbox TO app'),
      /lacks a right/,
    ],
  ];

  it.each(faults)(
    '%s',
    async (_name, breakIt, mend, words) => {
      await eventually(app.isAccepted, 30_000);
      await breakIt(server);
      const refused: Posted[] = [];
      await eventually(async () => {
        const answer = await app.callback();
        if (answer.status !== 200) refused.push(answer);
        return (
          refused.length >= 3 &&
          app.callbacks.ready().then(
            () => false,
            (error) => words.test(String(error)),
          )
        );
      }, 30_000);
      for (const { status, text } of refused) {
        expect(status).toBe(503);
        expect(JSON.parse(text)).toMatchObject({
          ActionStatus: 'FAIL',
          ErrorCode: 1,
          ErrorInfo: expect.stringMatching(/\w/),
        });
      }
      await mend(server);
      await eventually(app.isAccepted, 30_000);
      await eventually(app.isAllHandled, 30_000);
      expect(app.failures).toContain('inboxUnavailable');
    },
    120_000,
  );

  it('has lost its tables: one 503, then new tables', async () => {
    await eventually(app.isAccepted, 30_000);
    await eventually(app.isAllHandled, 30_000);
    await server.ask('DROP SCHEMA im_inbox CASCADE; GRANT CREATE ON DATABASE postgres TO app');
    expect((await app.callback()).status).toBe(503);
    await eventually(app.isAccepted, 30_000);
    await eventually(app.isAllHandled, 30_000);
  }, 90_000);

  it('is a standby, until it is promoted', async () => {
    const { primary, standby, link } = await rig.makePair({ synchronous: false });
    const onStandby = await appOn({ host: '127.0.0.1', port: standby.port, user: 'postgres' });
    try {
      await expect(onStandby.callbacks.ready()).rejects.toThrow(/standby/);
      const { status, text } = await onStandby.callback();
      expect([status, JSON.parse(text).ActionStatus]).toEqual([503, 'FAIL']);
      await primary.kill();
      await standby.ask('SELECT pg_promote()');
      await eventually(onStandby.isAccepted, 30_000);
      await eventually(onStandby.isAllHandled, 30_000);
    } finally {
      await onStandby.close();
      link.cut();
      await primary.remove();
      await standby.remove();
    }
  }, 120_000);
});
