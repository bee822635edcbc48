/// <reference lib="dom" />
/** The first minutes on the page: a button sends a callback, and a search finds it again. */
import { sample } from '../../../src/testing';
import { inChromium, openPage } from '../../support/browser/chromium';
import { newFolder, type RunningApp, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(60_000);

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder, { attempts: 1 });
});
afterAll(() => app.stop());

const from = (sendID: string) => sample('callbackBeforeSendGroupMsgCommand', { sendID });

inChromium('the page', () => {
  it('fills up by its own buttons, and shows each time what came of it', async () => {
    const page = await openPage(app.origin);
    await page.getByText('No group yet.').waitFor();
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('#sent', { hasText: `${name}: ` }).waitFor();
    };
    await press('Group message');
    await page.locator('#messages-title', { hasText: 'Test group' }).waitFor();
    await page.locator('.message .seq', { hasText: '#1' }).waitFor();
    await press('Read receipt');
    await page.locator('.receipt', { hasText: '1 / 4' }).waitFor();
    await press('Duplicate');
    const ends = page.locator('#callbacks .outcome');
    await ends.getByText('duplicate').waitFor();
    expect(await ends.getByText('duplicate').getAttribute('class')).not.toMatch(/good|bad/);
    await press('OpenIM message');
    await page.locator('#messages-title', { hasText: 'OpenIM test group' }).waitFor();
    await page.locator('.message', { hasText: 'Ines' }).waitFor();
    await press('Refused message');
    expect(await page.locator('#sent').innerText()).toBe('Refused message: refused, as its author is told.');
    await page.locator('#refusals:visible', { hasText: 'mira' }).waitFor();
    await press('Broadcast');
    await page.locator('#broadcasts:visible', { hasText: '@TOA#_trail_news' }).waitFor();
    await press('Dead letter');
    await page.locator('#dead:visible', { hasText: 'Group.CallbackAfterSendMsg' }).waitFor();
  });

  it('finds callbacks by command, user, outcome and failure, those that come later too', async () => {
    const page = await openPage(app.origin);
    const shown = page.locator('#callbacks > li:visible');
    const search = page.getByLabel('Search the callbacks');
    await until(async () => expect(await shown.count()).toBeGreaterThan(8));

    await search.fill('readreceipt wei');
    await until(async () => expect(await shown.count()).toBe(1));
    expect(await page.locator('#found').innerText()).toMatch(/^1 of \d+$/);
    await search.fill('INES');
    await until(async () => expect(await shown.count()).toBe(2));
    await app.openim.send('callbackBeforeSendGroupMsgCommand', from('ines'));
    await until(async () => expect(await shown.count()).toBe(3));
    await app.openim.send('callbackBeforeSendGroupMsgCommand', from('noor'));

    await search.fill('');
    await page.getByLabel('Outcome').selectOption('refused');
    await until(async () => expect(await shown.count()).toBe(1));
    await page.getByRole('button', { name: '1 undecodable' }).click();
    await until(async () => expect(await shown.locator('.outcome').allInnerTexts()).toEqual(['buried']));
    await search.fill('nobody of that name');
    await until(async () => expect(await shown.count()).toBe(0));
  });

  it('holds the list of callbacks still while one reads', async () => {
    const page = await openPage(app.origin);
    const shown = page.locator('#callbacks > li');
    await until(async () => expect(await shown.count()).toBeGreaterThan(8));
    const before = await shown.count();
    await page.getByRole('button', { name: 'Pause' }).click();
    await app.openim.send('callbackBeforeSendGroupMsgCommand', from('rosa'));
    await app.openim.send('callbackBeforeSendGroupMsgCommand', from('rosa'));
    await page.getByRole('button', { name: 'Resume (2)' }).waitFor();
    expect(await shown.count()).toBe(before);
    await page.getByRole('button', { name: 'Resume (2)' }).click();
    await until(async () => expect(await shown.count()).toBe(before + 2));
    expect(await shown.locator('.by').first().innerText()).toBe('rosa');
    await app.openim.send('callbackBeforeSendGroupMsgCommand', from('rosa'));
    await until(async () => expect(await shown.count()).toBe(before + 3));
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });

  it('hides its buttons where test callbacks are not wanted', async () => {
    await app.stop();
    app = await runApp(folder, {}, { testCallbacks: false });
    const page = await openPage(app.origin);
    await page.locator('#groups button').first().waitFor();
    expect(await page.locator('#samples').isVisible()).toBe(false);
  });

  it('shows texts at once in the demo, and says what is going on', async () => {
    await app.stop();
    app = await runApp(folder, {}, { showsText: true });
    const page = await openPage(app.origin);
    await page.locator('#groups button', { hasText: 'Test group' }).first().click();
    await page.locator('.message .text').first().waitFor();
    expect(await page.getByLabel('Show message text').isChecked()).toBe(true);
    app.tell('A reader is late.');
    await page.locator('#sent', { hasText: 'A reader is late.' }).waitFor();
    await page.getByLabel('Show message text').uncheck();
    await page.locator('.message .type').first().waitFor();
    expect(await page.locator('.message .text').count()).toBe(0);
  });
});
