/// <reference lib="dom" />
/** The page for those who use it with a keyboard, a screen reader, a phone, in the dark, or without motion. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { inChromium, openPage, overflow } from '../../support/browser/chromium';
import { message, newFolder, type RunningApp, receipt, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(60_000);

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };
const folder = newFolder();
let app: RunningApp;

beforeAll(async () => {
  app = await runApp(folder, { gapGraceMs: 50 });
  for (const seq of [1, 2, 5]) await app.tencent.send('Group.CallbackAfterSendMsg', message(seq));
  await app.tencent.send('Group.CallbackAfterReadReceipt', receipt(1, 1, 2, ['wei']));
  await app.tencent.send('Group.CallbackAfterReadReceipt', receipt(2, 3, 0, ['wei', 'noor']));
  await app.openim.send('callbackAfterSendGroupMsgCommand');
  await app.openim.send('callbackAfterGroupMsgReadCommand');
  await app.tencent.send('OfficialAccount.CallbackAfterSendMsg');
  const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'spam' } }];
  await app.tencent.send('Group.CallbackBeforeSendMsg', message(9, { MsgBody }));
  // Lacks its author: a dead letter.
  await app.tencent.sendAny('Group.CallbackAfterSendMsg', { GroupId: 'g', MsgBody: [] });
  await until(() => {
    const [kinds] = app.database.prepare('SELECT count(DISTINCT kind) AS n FROM changes').all() as [{ n: number }];
    expect(kinds.n).toBe(6);
  });
});
afterAll(() => app.stop());

async function openTrails(options: Parameters<typeof openPage>[1]): Promise<Page> {
  const page = await openPage(app.origin, options);
  await page.locator('#groups button', { hasText: 'TRAILS' }).click();
  await until(async () => expect(await page.locator('.message').count()).toBe(3));
  await page.getByRole('tab', { name: 'Dead 1' }).waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  // Not by a script element: the page's policy would not let it in.
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

inChromium('the page', () => {
  it.each([
    ['light', desktop],
    ['dark', desktop],
    ['light', phone],
    ['dark', phone],
  ] as const)('has nothing that axe objects to, %s at %j', async (colorScheme, viewport) => {
    const page = await openTrails({ colorScheme, viewport });
    await page.getByLabel('Show message text').check();
    await page.locator('.message .text').first().waitFor();
    await page.locator('#callbacks summary').first().click();
    await page.getByRole('button', { name: 'Show reply and body' }).first().click();
    await page.locator('#callbacks pre').first().waitFor();
    expect(await violations(page)).toEqual([]);
    for (const tab of ['Refused', 'Broadcasts', 'Dead', 'Gaps', 'Reads']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await violations(page)).toEqual([]);
    }
  });

  it.each([320, 390, 768])('is never wider than a window of %i pixels', async (width) => {
    const page = await openTrails({ viewport: { width, height: 844 } });
    expect(await overflow(page)).toBe(0);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await overflow(page)).toBe(0);
    }
    for (const place of ['#strip', '#groups-pane', '#messages-pane', '#side', '.receipt']) {
      const box = await page.locator(place).first().boundingBox();
      expect(box?.width).toBeGreaterThan(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  });

  it('can be used with the keyboard alone', async () => {
    const page = await openTrails({});
    await page.reload();
    await page.locator('#connection[data-state=live]').waitFor();
    await page.locator('.message').first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the messages');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('text');
    await page.keyboard.press('Space');
    await page.locator('.message .text').first().waitFor();

    await page.keyboard.press('Tab');
    const chosen = () => page.evaluate(() => document.activeElement?.textContent);
    while (!(await chosen())?.includes('TRAILS')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#messages-title', { hasText: 'TRAILS' }).waitFor();
    await page.locator('.receipt').first().waitFor();

    while ((await focused()) !== 'receipt') await page.keyboard.press('Tab');
    await page.locator('#names', { hasText: 'wei' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#names').isVisible()).toBe(false);
    expect(await focused()).toBe('receipt');

    while ((await focused()) !== 'tab-callbacks') await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('tab-refusals');
    expect(await page.locator('#refusals-panel').isVisible()).toBe(true);
    await page.keyboard.press('End');
    expect(await focused()).toBe('tab-reads');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('tab-callbacks');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('callbacks-panel');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('search');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('outcome');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('pause');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#callbacks details[open]').count()).toBe(1);
    while ((await chosen()) !== 'Show reply and body') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('PRE'));
  });

  it('keeps the focus and what is open while news come in', async () => {
    const page = await openTrails({});
    await page.locator('#callbacks summary').first().click();
    await page.locator('.receipt').first().focus();
    for (let seq = 10; seq < 20; seq++) await app.tencent.send('Group.CallbackAfterSendMsg', message(seq));
    await app.tencent.send('Group.CallbackAfterReadReceipt', receipt(1, 2, 1, ['amal']));
    await page.locator('.receipt[aria-label*=amal]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('amal');
    expect(await page.locator('#callbacks details[open]').count()).toBe(1);
    app.database.exec('DELETE FROM messages WHERE seq >= 10; DELETE FROM receipts WHERE seq = 1');
  });

  it('does not flood a screen reader: what is announced stands in one place, seldom', async () => {
    const page = await openTrails({});
    const live = await page.locator('[aria-live], [role=status], [role=alert], [role=log]').all();
    expect(live).toHaveLength(1);
    const changes = await page.evaluate(async () => {
      let count = 0;
      const status = document.getElementById('status');
      if (status) new MutationObserver(() => count++).observe(status, { childList: true, characterData: true });
      await new Promise((resolve) => setTimeout(resolve, 2500));
      return count;
    });
    expect(changes).toBe(0);
  });

  it('moves nothing for those who do not want motion', async () => {
    const page = await openTrails({ reducedMotion: 'reduce' });
    const bar = page.locator('.receipt .filled').first();
    expect(await bar.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  });
});
