/// <reference lib="dom" />
/** What the page does with days that are over, long names, large numbers, and counters that grow. */
import type { Locator } from 'playwright-core';
import { inChromium, openPage, overflow } from '../../support/browser/chromium';
import { group, message, newFolder, type RunningApp, receipt, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(60_000);

const folder = newFolder();
const day = 86_400;
const now = Math.floor(Date.now() / 1000);
let app: RunningApp;

beforeAll(async () => {
  app = await runApp(folder, { attempts: 1, gapGraceMs: 50 });
  const sent = [
    message(1, { MsgTime: 1718000000, From_Account: 'u_alice' }),
    message(2, { MsgTime: now - 2 * day, From_Account: 'u_alice' }),
    message(3, { MsgTime: now - 2 * day, From_Account: 'w'.repeat(300) }),
    message(6, { MsgTime: now, From_Account: 'u_alice' }),
  ];
  for (const body of sent) await app.tencent.send('Group.CallbackAfterSendMsg', body);
  await app.tencent.send('Group.CallbackAfterReadReceipt', receipt(6, 10_000, 2500, ['wei']));
  await app.tencent.sendAny('Group.CallbackAfterSendMsg', { GroupId: 'g', MsgBody: [] });
});
afterAll(() => app.stop());

/** Whether all that an element holds has room in it. */
const fits = (place: Locator) => place.evaluate((element) => element.scrollWidth <= element.clientWidth);

inChromium('the page', () => {
  it('has a heading for each day, and no date beside a time', async () => {
    const page = await openPage(app.origin);
    await until(async () => expect(await page.locator('.message').count()).toBe(4));
    const headings = await page.locator('#message-list .heading').allInnerTexts();
    expect(headings).toHaveLength(3);
    expect(headings[0]).toMatch(/10 Jun 2024/);
    expect(headings[2]).toMatch(/^\w{3} \d+ \w{3,4}$/);
    for (const text of await page.locator('.message time').allInnerTexts()) expect(text).toMatch(/^\d\d:\d\d:\d\d$/);

    // One that comes late, in the middle of a day: no heading of its own.
    await app.tencent.send('Group.CallbackAfterSendMsg', message(9, { MsgTime: now - 2 * day }));
    await until(async () => expect(await page.locator('.message').count()).toBe(5));
    expect(await page.locator('#message-list .heading').allInnerTexts()).toEqual(headings);
    const order = await page
      .locator('#message-list > li')
      .evaluateAll((items) => items.map(({ className }) => className));
    expect(order).toEqual(['heading', 'message', 'heading', 'message', 'message', 'message', 'heading', 'message']);
  });

  it('says the day of a time once it is no longer today', async () => {
    const page = await openPage(app.origin);
    await page.clock.install({ time: Date.now() });
    await page.reload();
    const shown = page.locator('#groups time');
    await shown.getByText(/^\d\d:\d\d:\d\d$/).waitFor();
    await page.clock.fastForward('25:00:00');
    await shown.getByText(/^\d+ \w+ (\d\d:\d\d|\d{4})$/).waitFor();
  });

  it.each([1280, 390])('cuts no short name and no number, %i pixels wide', async (width) => {
    const page = await openPage(app.origin, { viewport: { width, height: 800 } });
    await page.locator('.receipt').waitFor();
    for (const name of await page.locator('.message .name', { hasText: 'u_alice' }).all()) {
      expect(await fits(name)).toBe(true);
    }
    expect(await fits(page.locator('#groups .name'))).toBe(true);
    expect(await page.locator('.share').innerText()).toBe('10,000 / 12,500');
    expect(await fits(page.locator('.receipt'))).toBe(true);
    for (const command of await page.locator('#callbacks .command').all()) expect(await fits(command)).toBe(true);
  });

  it('says on a phone whose messages these are, and on a tablet shows several of them', async () => {
    const Name = 'The alpine walking club of the north and of the west';
    await app.tencent.send('Group.CallbackAfterCreateGroup', { GroupId: group, Name });
    const phone = await openPage(app.origin, { viewport: { width: 390, height: 800 } });
    const name = phone.locator('#messages-title .name', { hasText: 'alpine' });
    await name.waitFor();
    expect(await name.evaluate((element) => element.clientWidth)).toBeGreaterThan(60);
    const tablet = await openPage(app.origin, { viewport: { width: 900, height: 600 } });
    expect(await tablet.locator('#messages-pane').evaluate((pane) => pane.clientHeight)).toBeGreaterThan(200);
    expect(await overflow(tablet)).toBe(0);
  });

  it.each([1280, 390])('moves no list when a counter gets more digits, %i pixels wide', async (width) => {
    const page = await openPage(app.origin, { viewport: { width, height: 800 } });
    // Nothing is measured before the first data are shown.
    await page.locator('.receipt').waitFor();
    const reads = page.getByRole('tab', { name: 'Reads' });
    const count = async () => Number(/\d+/.exec(await reads.innerText())?.[0] ?? 0);
    const top = () => page.locator('#callbacks-panel').evaluate((panel) => panel.getBoundingClientRect().top);
    const [before, counted] = [await top(), await count()];
    for (let unreadMsgNum = 1; unreadMsgNum <= 12; unreadMsgNum++) {
      const body = { sendID: `u${width}`, receiveID: 'u', unreadMsgNum, contentType: 3 };
      await app.openim.send('callbackAfterGroupMsgReadCommand', body);
    }
    await page.getByRole('tab', { name: `Reads ${counted + 12}` }).waitFor();
    expect(await top()).toBe(before);
  });

  it('moves no list on a phone when deliveries begin to wait', async () => {
    const page = await openPage(app.origin, { viewport: { width: 390, height: 800 } });
    await page.locator('.receipt').waitFor();
    const moved = await page.locator('#inbox-note').evaluate((note) => {
      const top = () => document.getElementById('callbacks-panel')?.getBoundingClientRect().top;
      const before = top();
      note.textContent = 'safe from power loss, oldest 2.5 s';
      return [before, top()];
    });
    expect(moved[1]).toBe(moved[0]);
  });

  it('opens what a counter counts', async () => {
    const page = await openPage(app.origin);
    await page.getByRole('button', { name: '1 dead' }).click();
    await page.locator('#dead .record').waitFor();
    await page.getByRole('button', { name: /gaps?$/ }).click();
    await page.locator('#gaps .record').first().waitFor();
    await page.getByRole('button', { name: '1 undecodable' }).click();
    expect(await page.locator('#callbacks-panel').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-callbacks');
  });
});
