import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inbox, WorkerOptions } from 'express-im-callbacks';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
import { createSender } from 'express-im-callbacks/sender';
import { pino } from 'pino';
import { createApp } from '../../../demo/app';
import type { Config } from '../../../demo/config';
import { type Database, openDatabase } from '../../../demo/database';

export const settings = { sdkAppId: 1400000001, token: 'demo-token', secret: 'demo-secret-path-segment' };
export const hidden = 'the words of the message';
export const group = '@TGS#1TRAILS';

export interface RunningApp {
  readonly origin: string;
  /** Shows a sentence on the pages that are open. */
  readonly tell: (sentence: string) => void;
  readonly database: Database;
  /** What was logged, one line of JSON each. */
  readonly lines: string[];
  readonly tencent: ReturnType<typeof tencentAt>;
  readonly openim: ReturnType<typeof openimAt>;
  stop(): Promise<void>;
}

export const tencentAt = (origin: string) =>
  createSender({
    vendor: 'tencent',
    to: `${origin}/im-callback`,
    sdkAppId: settings.sdkAppId,
    token: settings.token,
    timeoutMs: 20_000,
  });

export const openimAt = (origin: string) =>
  createSender({ vendor: 'openim', to: `${origin}/im-callback`, secret: settings.secret, timeoutMs: 15_000 });

/** A folder of its own, which goes when the test file ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Shown = Partial<Pick<Config, 'testCallbacks' | 'showsText'>>;

/** The demo on a port of its own, with real files. */
export async function runApp(
  folder: string,
  worker: WorkerOptions = {},
  shown: Shown = {},
  inbox: Inbox = sqliteInbox({ file: join(folder, 'inbox.db') }),
): Promise<RunningApp> {
  const lines: string[] = [];
  const database = openDatabase(join(folder, 'chat.db'));
  const { app, callbacks, closePages, pages } = createApp({
    config: {
      ...settings,
      blockedWords: ['spam'],
      pageHosts: ['127.0.0.1'],
      testCallbacks: true,
      showsText: false,
      ...shown,
    },
    pageFolder: join(__dirname, '..', '..', '..', 'demo', 'public'),
    database,
    inbox,
    worker,
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
  });
  await callbacks.ready();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tencent = tencentAt(origin);
  const openim = openimAt(origin);
  return {
    origin,
    tell: pages.tell,
    database,
    lines,
    tencent,
    openim,
    async stop() {
      tencent.close();
      openim.close();
      closePages();
      server.close();
      await callbacks.drain({ timeoutMs: 5000 });
      server.closeAllConnections();
      database.close();
    },
  };
}

/** A message of a Tencent group as its callback has it. */
export function message(MsgSeq: number, change: object = {}) {
  return {
    GroupId: group,
    Type: 'Public',
    From_Account: 'mira',
    Random: 1000 + MsgSeq,
    MsgSeq,
    MsgTime: 1718000000 + MsgSeq,
    MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: hidden } }],
    ...change,
  };
}

/** A receipt, with the members who have just read the message. */
export function receipt(MsgSeq: number, read: number, unread: number, members: readonly string[]) {
  const ReadReceiptMembers = members.map((Member_Account) => ({ Member_Account }));
  return { GroupId: group, GroupMsgReceiptList: [{ MsgSeq, ReadNum: read, UnreadNum: unread, ReadReceiptMembers }] };
}

/** Tries again until the check holds; its last error where it never does. */
export async function until<T>(check: () => T | Promise<T>, limitMs = 15_000): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
