/// <reference lib="dom" />
/** The example app's page in a real browser: callbacks are sent, and it shows them. */

import { inChromium, openPage, overflow } from '../../support/browser/chromium';
import { message, newFolder, type RunningApp, receipt, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(60_000);

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder, { attempts: 1, gapGraceMs: 50 });
});
afterAll(() => app.stop());

const rtl = '\u202e';
const nasty = `<img src=x onerror="alert(1)">${rtl}gnp.exe`;
const script = '<script>alert(1)</script>';

let groups = 0;
/** A group of its own for a test, and what it is called on the page. */
async function newGroup(): Promise<{ GroupId: string; title: string }> {
  groups += 1;
  const GroupId = `@TGS#${groups}`;
  const title = `Group ${groups}`;
  await app.tencent.send('Group.CallbackAfterCreateGroup', { GroupId, Name: title, EventTime: Date.now() });
  return { GroupId, title };
}

const say = (seq: number, change: object) => app.tencent.send('Group.CallbackAfterSendMsg', message(seq, change));
const read = (GroupId: string, ...rest: Parameters<typeof receipt>) =>
  app.tencent.send('Group.CallbackAfterReadReceipt', { ...receipt(...rest), GroupId });

async function openGroup(title: string, options?: Parameters<typeof openPage>[1]) {
  const page = await openPage(app.origin, options);
  await page.locator('#groups button', { hasText: title }).click();
  await page.locator('#messages-title', { hasText: title }).waitFor();
  return { page, items: page.locator('#message-list .message') };
}

inChromium('the page', () => {
  it('shows messages in the order of their numbers as they come, without their text', async () => {
    const { GroupId, title } = await newGroup();
    const { page, items } = await openGroup(title);
    const GroupAtInfo = [{ GroupAtAllFlag: 0, GroupAt_Account: 'wei' }];
    const MsgBody = [{ MsgType: 'TIMImageElem' as const, MsgContent: {} }];
    await say(2, { GroupId, MsgTime: 1718000000, GroupAtInfo });
    await say(1, { GroupId, MsgTime: 1718000000, From_Account: 'jonas', MsgBody });
    await until(async () => expect(await items.count()).toBe(2));
    const [first = '', second = ''] = await items.allInnerTexts();
    expect(first).toMatch(/#1[\s\S]*jonas[\s\S]*image/);
    expect(second).toMatch(/#2[\s\S]*mira[\s\S]*text, 24 characters[\s\S]*@wei/);
    expect(await page.content()).not.toContain('the words of the message');
  });

  it('shows the text when it is asked for, and takes it away again', async () => {
    const { GroupId, title } = await newGroup();
    await say(1, { GroupId });
    const { page, items } = await openGroup(title);
    await items.first().waitFor();
    await page.getByLabel('Show message text').check();
    await items.getByText('the words of the message').waitFor();
    await say(2, { GroupId });
    await until(async () => expect(await items.getByText('the words of the message').count()).toBe(2));
    await page.getByLabel('Show message text').uncheck();
    await items.getByText('text, 24 characters').first().waitFor();
    expect(await page.content()).not.toContain('the words of the message');
  });

  it('moves the bar as receipts come, and names who has read', async () => {
    const { GroupId, title } = await newGroup();
    const { page, items } = await openGroup(title);
    await say(1, { GroupId });
    await items.first().waitFor();
    expect(await page.locator('.receipt').count()).toBe(0);

    const button = page.locator('.receipt');
    const width = () => page.locator('.receipt .filled').evaluate((bar) => (bar as HTMLElement).style.width);
    await read(GroupId, 1, 1, 3, ['wei']);
    await until(async () => expect(await width()).toBe('25%'));
    await button.hover();
    await page.locator('#names', { hasText: 'wei' }).waitFor();

    await read(GroupId, 1, 4, 0, ['amal', 'noor']);
    await until(async () => expect(await width()).toBe('100%'));
    expect(await button.innerText()).toBe('4 / 4');
    expect(await button.getAttribute('aria-label')).toBe('4 / 4 have read it: amal, noor, wei, 1 more');
    await until(async () => expect(await page.locator('#names').innerText()).toContain('and 1 more'));
    await page.keyboard.press('Escape');
    expect(await page.locator('#names').isVisible()).toBe(false);
  });

  it('shows what was refused, broadcast, missed and read', async () => {
    const { GroupId, title } = await newGroup();
    const page = await openPage(app.origin);
    const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'buy spam' } }];
    await app.tencent.send('Group.CallbackBeforeSendMsg', {
      ...message(9, { GroupId, MsgBody }),
      EventTime: 1718000009001,
    });
    await app.openim.send('callbackBeforeSendSingleMsgCommand', {
      sendID: 'a',
      recvID: 'b',
      content: '{"content":"spam"}',
      contentType: 101,
    });
    await app.tencent.send('OfficialAccount.CallbackAfterSendMsg');
    await app.openim.send('callbackAfterGroupMsgReadCommand');
    await say(1, { GroupId });
    await say(4, { GroupId });

    const panel = page.locator('[role=tabpanel]:visible');
    await page.getByRole('tab', { name: 'Refused 2' }).click();
    const refused = await panel.innerText();
    expect(refused).toMatch(/10100\s+a word in it is not welcome here/);
    expect(refused).toMatch(/OpenIM\s+a\s+to\s+b\s+20001/);
    expect(refused).not.toContain('buy spam');
    await page.getByRole('tab', { name: 'Broadcasts 1' }).click();
    expect(await panel.innerText()).toMatch(/@TOA#_nova_news\s+text, 12 characters/);
    await page.getByRole('tab', { name: 'Reads 1' }).click();
    expect(await panel.innerText()).toMatch(/4100000002\s+has read a group up to message #57/);
    await page.getByRole('tab', { name: 'Gaps 1' }).click();
    expect(await panel.innerText()).toMatch(new RegExp(`${title}\\s+No callback brought messages #2 to #3`));
  });

  it('shows each callback with its outcome, its body on demand, and the very reply', async () => {
    const { GroupId } = await newGroup();
    const page = await openPage(app.origin);
    await app.tencent.send('Group.CallbackBeforeSendMsg', message(1, { GroupId }));
    const newest = page.locator('#callbacks details').first();
    await newest.locator('.outcome', { hasText: 'allowed' }).waitFor();
    await newest.locator('summary').click();
    expect(await newest.innerText()).toMatch(/HTTP 200 after [\d.]+ ms/);
    expect(await page.content()).not.toContain('the words of the message');
    await newest.getByRole('button', { name: 'Show reply and body' }).click();
    await newest.locator('pre', { hasText: 'the words of the message' }).waitFor();
    expect(await newest.locator('pre').first().innerText()).toBe('{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}');
    await until(async () => expect(Number(await page.locator('#minute').innerText())).toBeGreaterThan(0));
  });

  it('has a dead letter handled again by a click, once the cause is fixed', async () => {
    app.database.exec("CREATE TRIGGER broken BEFORE INSERT ON broadcasts BEGIN SELECT RAISE(ABORT, 'no'); END");
    await app.tencent.send('OfficialAccount.CallbackAfterSendMsg', {
      ...{ Official_Account: '@TOA#_revived', MsgKey: 'r1', EventTime: 1718000308002 },
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'late news' } }],
    });
    const page = await openPage(app.origin);
    await page.getByRole('tab', { name: 'Dead 1' }).click();
    await page.getByRole('button', { name: 'Show body' }).click();
    await page.locator('#dead pre', { hasText: 'late news' }).waitFor();

    app.database.exec('DROP TRIGGER broken');
    await page.getByRole('button', { name: 'Revive' }).click();
    await page.getByText('No dead letter.').waitFor();
    expect(await page.getByRole('status').innerText()).toBe('Revived: it is being handled again.');
    await page.getByRole('tab', { name: /Broadcasts/ }).click();
    await page.locator('#broadcasts', { hasText: '@TOA#_revived' }).waitFor();
  });

  it('shows hostile content as what it is: text', async () => {
    const { GroupId, title } = await newGroup();
    const { page, items } = await openGroup(title, { viewport: { width: 390, height: 844 } });
    const members = Array.from({ length: 10_000 }, (_, i) => `${nasty}${i}`);
    const Text = `${script}${rtl}${'W'.repeat(20_000)}`;
    await say(1, { GroupId, From_Account: nasty, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: script } }] });
    await say(2, { GroupId, From_Account: 'W'.repeat(5000), MsgBody: [{ MsgType: script, MsgContent: {} }] });
    await say(3, { GroupId, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }] });
    await app.tencent.sendAny('Group.CallbackAfterReadReceipt', {
      ...receipt(1, 10_000, 1, members.slice(0, 3000)),
      GroupId,
    });
    const { conclusion } = await app.openim.send('callbackAfterSendGroupMsgCommand', {
      ...{ sendID: nasty, senderNickname: nasty, groupID: nasty, clientMsgID: 'n', serverMsgID: 'n' },
      ...{ content: JSON.stringify({ content: script }), contentType: 101, atUserList: members.slice(0, 2000) },
    });
    expect(conclusion).toMatchObject({ result: 'ignored', acknowledged: true });
    await say(4, { GroupId, From_Account: 'nul\u0000\ud800', MsgTime: 9_007_199_254_740_991 });
    await page.getByLabel('Show message text').check();
    await items.getByText(script, { exact: true }).first().waitFor();
    await until(async () => expect(await items.count()).toBe(4));
    expect(await items.first().innerText()).toContain('<img src=x onerror="alert(1)">\u25afgnp.exe');
    await until(async () => expect(await page.locator('.receipt').innerText()).toBe('10,000 / 10,001'));
    await page.locator('.receipt').focus();
    expect(await page.locator('#names').innerText()).toContain('and 9,980 more');
    expect(await overflow(page)).toBe(0);

    await page.locator('#groups button', { hasText: '<img' }).click();
    await items.getByText(script, { exact: true }).first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  it('loads what came before when it is asked for, and stays where one reads', async () => {
    const { GroupId, title } = await newGroup();
    for (let seq = 1; seq <= 130; seq++) await say(seq, { GroupId });
    await until(() => {
      const { n } = app.database
        .prepare('SELECT count(*) AS n FROM messages WHERE conversation LIKE ?')
        .all(`%${encodeURIComponent(GroupId)}`)[0] as { n: number };
      expect(n).toBe(130);
    });
    const { page, items } = await openGroup(title);
    await until(async () => expect(await items.count()).toBe(100));
    await page.getByRole('button', { name: 'Earlier messages' }).click();
    await until(async () => expect(await items.count()).toBe(130));
    expect(await items.first().innerText()).toMatch(/^#1\b/);
    expect(await page.getByRole('button', { name: 'Earlier messages' }).isVisible()).toBe(false);
    const place = await page.locator('#messages').evaluate((scroller) => scroller.scrollTop);
    await say(131, { GroupId });
    await until(async () => expect(await items.count()).toBe(131));
    expect(await page.locator('#messages').evaluate((scroller) => scroller.scrollTop)).toBe(place);
  });
});
