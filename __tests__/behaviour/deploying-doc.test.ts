/** The nginx of docs/deploying.md is run before two processes, and does what the page says of it. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { imCallbacks, refuse } from '../../src';
import { memoryInbox } from '../../src/inbox/memory';
import { createSender } from '../../src/sender';
import { sample } from '../../src/testing';
import { describeWithNginx, type Nginx, startNginx } from '../support/docs/nginx';
import { freePort } from '../support/free-port';
import { listening } from '../support/post';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'deploying.md'), 'utf8');
const block = /```nginx\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const token = 'token-of-the-page';
const secret = 'secret-segment-of-the-page';

/** Like a process whose database is down: it stores nothing. */
const storeThatIsDown = () => ({ ...memoryInbox(), open: () => Promise.reject(new Error('down')) });

function receiver(inbox = memoryInbox()) {
  return imCallbacks({
    tencent: { sdkAppId: 1400000001, token },
    openim: { secret },
    inbox,
    onFailure: 'silent',
    onGroupMsg: () => {},
    beforeGroupMsg: () => refuse(),
    beforeGroupMembersAdd: () => refuse(),
  });
}

describeWithNginx('the nginx of docs/deploying.md', () => {
  let nginx: Nginx;
  let to: string;
  const servers: Server[] = [];
  const stops: (() => Promise<unknown>)[] = [];

  async function start(...inboxes: ReturnType<typeof memoryInbox>[]): Promise<void> {
    const ports = await Promise.all(
      inboxes.map(async (inbox) => {
        const callbacks = receiver(inbox);
        const { server, port } = await listening(callbacks);
        servers.push(server);
        stops.push(() => callbacks.drain({ timeoutMs: 1000 }));
        return port;
      }),
    );
    const port = await freePort();
    const site = block
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
      .replace('127.0.0.1:3000', `127.0.0.1:${ports[0]}`)
      .replace('127.0.0.1:3001', `127.0.0.1:${ports[1]}`);
    nginx = await startNginx(site, port);
    to = `http://127.0.0.1:${port}/im-callback`;
  }

  afterEach(async () => {
    await nginx.stop();
    await Promise.all(stops.splice(0).map((stop) => stop()));
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  const tencent = () => createSender({ vendor: 'tencent', to, sdkAppId: 1400000001, token });
  const openim = () => createSender({ vendor: 'openim', to: `${to}/${secret}` });

  it('keeps the query and the path, and logs neither', async () => {
    await start(memoryInbox(), memoryInbox());
    const senders = [tencent(), openim()] as const;
    const { conclusion } = await senders[0].send('Group.CallbackBeforeSendMsg');
    expect(conclusion.result).toBe('refused');
    expect((await senders[1].send('callbackBeforeSendGroupMsgCommand')).conclusion.result).toBe('refused');
    for (const sender of senders) sender.close();
    expect(nginx.logs()).toContain('POST 200');
    expect(nginx.logs()).not.toMatch(/Sign=|secret-segment|im-callback/);
  });

  it('lets a member list of 300 kB through', async () => {
    await start(memoryInbox(), memoryInbox());
    const sender = openim();
    const memberList = Array.from({ length: 10_000 }, (_, i) => ({ userID: `user-${i}`, ex: '' }));
    const { conclusion } = await sender.send('callbackBeforeMembersJoinGroupCommand', { groupID: 'g', memberList });
    sender.close();
    expect(conclusion.result).toBe('refused');
  });

  it('takes a callback to the other process when one is stopped', async () => {
    await start(memoryInbox(), memoryInbox());
    const sender = tencent();
    const message = (MsgSeq: number) => sample('Group.CallbackAfterSendMsg', { MsgSeq });
    for (let i = 0; i < 4; i += 1) await sender.send('Group.CallbackAfterSendMsg', message(i));
    await stops[0]?.(); // it answers 503 from here on
    for (let i = 4; i < 8; i += 1) {
      const { conclusion } = await sender.send('Group.CallbackAfterSendMsg', message(i));
      expect(conclusion).toMatchObject({ result: 'ignored', acknowledged: true });
    }
    sender.close();
  });

  it('gets before-callbacks answered while no process can store anything', async () => {
    await start(storeThatIsDown(), storeThatIsDown());
    const sender = tencent();
    for (let i = 0; i < 4; i += 1)
      expect((await sender.send('Group.CallbackAfterSendMsg')).conclusion.result).toBe('failed');
    for (let i = 0; i < 4; i += 1)
      expect((await sender.send('Group.CallbackBeforeSendMsg')).conclusion.result).toBe('refused');
    sender.close();
  });
});
