/** A delivery that cannot be read must hold nobody back, and must be reported. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { startWorker } from '../../../../src';
import type { Inbox, InboxFault } from '../../../../src/inbox/inbox';
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';
import { breakable, freshFile, plain } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';

const done = { next: 'done' } as const;
const message = (n: number) => JSON.stringify({ GroupId: 'g', From_Account: 'u', MsgBody: [], MsgSeq: n });
/** A closed file with five deliveries of one conversation, the second of which was changed by `sql`. */
async function damagedBy(sql: string): Promise<string> {
  const file = freshFile();
  const inbox = await open({ file });
  for (let n = 1; n <= 5; n++)
    await inbox.accept(delivery({ conversation: 'room', operationID: `op ${n}`, body: message(n) }));
  await inbox.close();
  const database = plain(file);
  database.exec(sql);
  database.close();
  return file;
}

async function consume(inbox: Inbox): Promise<{ handled: string[]; faults: InboxFault[] }> {
  const [handled, faults]: [string[], InboxFault[]] = [[], []];
  const run = async ({ delivery }: { delivery: { operationID: string } }) => {
    handled.push(delivery.operationID);
    return done;
  };
  await inbox.consume(run, { concurrency: 4, onFault: (fault) => faults.push(fault) });
  return { handled, faults };
}

describe('a delivery that is damaged', () => {
  it('in its head is buried at once with what can be read, reported, and holds nobody back', async () => {
    const cut = 'replace(cast(head AS TEXT), \'"expected":true\', \'"expected":tr\')';
    const inbox = await open({ file: await damagedBy(`UPDATE content SET head = cast(${cut} AS BLOB) WHERE id = 2`) });
    const { handled, faults } = await consume(inbox);
    await eventually(() => isIdle(inbox));
    expect(handled).toEqual(['op 1', 'op 3', 'op 4', 'op 5']);
    expect(faults).toMatchObject([{ fault: 'damaged', message: expect.stringContaining('it is a dead letter now') }]);
    const [one, ...others] = await inbox.dead();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      error: 'the delivery cannot be read: it is damaged in the store',
      delivery: {
        conversation: 'room',
        vendor: 'tencent',
        wire: 'Group.CallbackAfterSendMsg',
        operationID: 'op 2',
        body: message(2),
      },
    });
    // Reviving it does not repair it.
    expect(await inbox.revive(one?.id ?? '')).toBe(true);
    await eventually(async () => (await inbox.stats()).dead === 1);
  });

  it('is a failure of its own to onFailure', async () => {
    const file = await damagedBy("UPDATE content SET head = cast('{' AS BLOB) WHERE id = 2");
    const failures: unknown[] = [];
    const worker = startWorker({
      inbox: sqliteInbox({ file }),
      onGroupMsg: () => {},
      onFailure: ({ kind, message, vendor, attempt }) => failures.push({ kind, message, vendor, attempt }),
    });
    await eventually(() => failures.length === 1);
    expect(failures).toEqual([
      {
        kind: 'inboxFault',
        message:
          'the delivery cannot be read: it is damaged in the store; it is a dead letter now, with what could be read',
        vendor: undefined,
        attempt: undefined,
      },
    ]);
    await worker.drain();
  });

  it('in its body is a dead letter whose body is JSON all the same', async () => {
    const file = await damagedBy('UPDATE content SET body = cast(\'{"MsgSeq":2\' AS BLOB) WHERE id = 2');
    const seen: string[] = [];
    const inbox = sqliteInbox({ file });
    const worker = startWorker({
      inbox,
      onGroupMsg: ({ operationID }) => void seen.push(operationID),
      worker: { attempts: 1 },
    });
    await eventually(async () => seen.length === 4 && (await inbox.stats()).dead === 1);
    const [one] = await inbox.dead();
    expect(JSON.parse(one?.delivery.body ?? '')).toBe('{"MsgSeq":2');
    await worker.drain();
  });

  it('on the disk, while the inbox is open', async () => {
    const file = freshFile();
    const inbox = await open({ file });
    const pad = 'x'.repeat(60_000);
    // More than SQLite's page cache holds, so that the first are read from the disk.
    for (let n = 1; n <= 80; n++)
      await inbox.accept(delivery({ conversation: `${n % 4}`, operationID: `op ${n}`, body: `"${n} is it ${pad}"` }));
    await pause(1300);
    const page = Math.floor(readFileSync(file).lastIndexOf('"1 is it') / 4096);
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(descriptor);
    const { handled, faults } = await consume(inbox);
    await eventually(() => isIdle(inbox));
    expect(new Set(faults.map(({ fault }) => fault))).toEqual(new Set(['damaged']));
    expect(handled.length + (await inbox.dead()).length).toBe(80);
    expect(handled.length).toBeGreaterThan(70);
  });
});

describe.each([
  ['a head that is empty', "UPDATE content SET head = x'' WHERE id = 2"],
  ['a head that is JSON of another kind', "UPDATE content SET head = cast('null' AS BLOB) WHERE id = 2"],
  ['a head without its fields', "UPDATE content SET head = cast('{}' AS BLOB) WHERE id = 2"],
  [
    'a head with a field of another kind',
    "UPDATE content SET head = cast(replace(cast(head AS TEXT), '\"tencent\"', '7') AS BLOB) WHERE id = 2",
  ],
  ['a head that is no UTF-8', "UPDATE content SET head = x'ff00fe' WHERE id = 2"],
  ['a body that is empty', "UPDATE content SET body = x'' WHERE id = 2"],
  ['a body that is JSON of another kind', "UPDATE content SET body = cast('7' AS BLOB) WHERE id = 2"],
  ['a body that is no UTF-8', "UPDATE content SET body = x'ff00fe' WHERE id = 2"],
  ['content that is missing', 'DELETE FROM content WHERE id = 2'],
])('a delivery with %s', (_what, sql) => {
  it('is a dead letter, is reported, and holds nobody back', async () => {
    const seen: string[] = [];
    const failures: string[] = [];
    const inbox = sqliteInbox({ file: await damagedBy(sql) });
    const worker = startWorker({
      inbox,
      onGroupMsg: ({ operationID }) => void seen.push(operationID),
      onFailure: ({ kind }) => failures.push(kind),
      worker: { attempts: 1 },
    });
    await worker.ready();
    await eventually(async () => (await isIdle(inbox)) && (await inbox.stats()).dead === 1);
    expect(seen).toEqual(['op 1', 'op 3', 'op 4', 'op 5']);
    expect(failures).toHaveLength(1);
    expect(JSON.parse((await inbox.dead())[0]?.delivery.body ?? '')).toBeDefined();
    await worker.drain();
  });
});

describe.each([
  ['attempts', "UPDATE waiting SET attempts = 'many' WHERE id = 2"],
  ['attempts below nothing', 'UPDATE waiting SET attempts = -9 WHERE id = 2'],
  ['times', "UPDATE waiting SET due_at = 'soon', delay_ms = 'long', first_failed_at = x'00' WHERE id = 2"],
  ['times far away', 'UPDATE waiting SET due_at = 9e15, first_failed_at = 9e15 WHERE id = 2'],
  ['lane', "UPDATE waiting SET lane = x'ff' WHERE id = 2"],
])('a delivery with damaged %s', (_what, sql) => {
  it('is handled all the same, and has an end where it fails', async () => {
    const attempts: unknown[] = [];
    const inbox = sqliteInbox({ file: await damagedBy(sql) });
    const worker = startWorker({
      inbox,
      onGroupMsg: ({ operationID }) => {
        if (operationID === 'op 2') throw new Error('it fails');
      },
      onFailure: ({ kind, attempt }) => kind === 'handlerFailed' && attempts.push(attempt),
      worker: { attempts: 3, backoffMs: 1 },
    });
    await worker.ready();
    await eventually(async () => (await isIdle(inbox)) && (await inbox.stats()).dead === 1);
    expect(attempts).toEqual([1, 2, 3]);
    await worker.drain();
  });
});

it('a delivery that another program has removed is reported', async () => {
  const file = await damagedBy('SELECT 1');
  const inbox = await open({ file });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const faults: InboxFault[] = [];
  const run = async () => {
    await ended;
    return done;
  };
  await inbox.consume(run, { concurrency: 1, onFault: (fault) => faults.push(fault) });
  await eventually(async () => (await inbox.stats()).running === 1);
  const database = plain(file);
  database.exec('DELETE FROM waiting WHERE id = 3; DELETE FROM content WHERE id = 3');
  database.close();
  end();
  await eventually(() => isIdle(inbox));
  expect(faults).toMatchObject([{ fault: 'damaged', message: expect.stringContaining('is gone from the inbox') }]);
});

it('dead letters that are damaged are listed with what can be read', async () => {
  const file = freshFile();
  const inbox = await open({ file });
  for (let n = 1; n <= 4; n++) await inbox.bury(delivery({ operationID: `op ${n}` }), 'it does not fit');
  await inbox.close();
  const database = plain(file);
  database.exec("UPDATE dead SET head = x'ff' WHERE id = 1; UPDATE dead SET body = x'ff' WHERE id = 2");
  database.exec("UPDATE dead SET error = '', attempts = 'x', buried_at = 9e15 WHERE id = 3");
  database.close();
  await inbox.open();
  const dead = await inbox.dead();
  expect(dead.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  expect(dead.map(({ delivery }) => delivery.operationID)).toEqual(['', 'op 2', 'op 3', 'op 4']);
  for (const { delivery } of dead) expect(JSON.parse(delivery.body)).toBeDefined();
});

describe('a worker that cannot go on', () => {
  it('for it cannot read says so after some seconds, once, and goes on when it can', async () => {
    let isBroken = true;
    const sqlite = breakable();
    const driver = (file: string) => {
      const database = sqlite.driver(file);
      return {
        ...database,
        prepare(sql: string) {
          const statement = database.prepare(sql);
          if (!sql.includes('WHERE id > ?')) return statement;
          const all: typeof statement.all = (...values) => {
            if (isBroken) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
            return statement.all(...values);
          };
          return { run: statement.run.bind(statement), all };
        },
      };
    };
    const inbox = await open({ file: freshFile(), driver });
    await inbox.accept(delivery());
    const { handled, faults } = await consume(inbox);
    await eventually(() => faults.length === 1);
    expect(faults).toMatchObject([{ fault: 'stalled', message: expect.stringContaining('disk I/O error') }]);
    isBroken = false;
    await eventually(() => handled.length === 1);
    expect(faults).toHaveLength(1);
  });

  it('for it cannot record what was handled says so', async () => {
    const sqlite = breakable();
    const inbox = await open({ file: freshFile(), driver: sqlite.driver });
    await inbox.accept(delivery());
    sqlite.broken = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    const { handled, faults } = await consume(inbox);
    await eventually(() => faults.length === 1);
    expect(faults).toMatchObject([{ fault: 'stalled', message: expect.stringContaining('cannot record') }]);
    sqlite.broken = undefined;
    await eventually(() => isIdle(inbox));
    expect(handled).toHaveLength(1);
  });
});
