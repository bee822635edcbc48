import { sample } from '../../src/testing';
import { until } from '../support/demo/running-app';
import { runExample, textBody } from '../support/examples/run-example';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../support/inbox/postgres/postgres-server';

jest.setTimeout(120_000);

describeWithPostgres('the archive', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  const wire = 'Group.CallbackAfterSendMsg';
  const message = (MsgSeq: number, text: string) => sample(wire, { GroupId: 'g', MsgSeq, ...textBody(text) });

  it('holds each message once, of both vendors, though it is killed and they come twice', async () => {
    const url = await newDatabase(server);
    const database = new URL(url).pathname.slice(1);
    const rows = (sql: string) => server.ask(sql, [], database);
    const first = await runExample('archive.mjs', { DATABASE_URL: url });
    const numbers = Array.from({ length: 30 }, (_, i) => i + 1);
    await Promise.all(numbers.map((seq) => first.tencent.send(wire, message(seq, `message ${seq}`))));
    expect(await first.stop('SIGKILL')).toBeNull();

    const second = await runExample('archive.mjs', { DATABASE_URL: url });
    await second.tencent.send(wire, message(7, 'message 7')); // as after a reply that got lost
    await second.tencent.send(wire, message(31, 'with a \0 in it'));
    const ofOpenim = 'callbackAfterSendSingleMsgCommand';
    const content = JSON.stringify({ content: 'soup is ready' });
    await second.openim.send(ofOpenim, sample(ofOpenim, { sendID: 'wei', contentType: 101, content }));
    await until(async () => {
      const [{ count = undefined } = {}] = await rows('SELECT count(*)::int FROM archived_message');
      expect(count).toBe(32);
      expect(await rows('SELECT count(*)::int FROM im_inbox.delivery')).toEqual([{ count: 0 }]);
    }, 60_000);

    const texts = await rows('SELECT content FROM archived_message ORDER BY content');
    expect(texts.map((row) => row.content).sort()).toEqual(
      [...numbers.map((seq) => `message ${seq}`), 'with a  in it', 'soup is ready'].sort(),
    );
    expect(await rows(`SELECT vendor, sender FROM archived_message WHERE content = 'soup is ready'`)).toEqual([
      { vendor: 'openim', sender: 'wei' },
    ]);
    expect(await second.stop()).toBe(0);
  });
});
