/// <reference lib="dom" />
/** The docs site in a browser: built from the Markdown of this repository, and served as a static host does. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { inChromium, newPage, overflow } from '../../support/browser/chromium';
import { serveFolder } from '../../support/site/serve-folder';

const site = join(__dirname, '..', '..', '..', 'site');
const isInstalled = existsSync(join(site, 'node_modules', 'vitepress'));
if (!isInstalled && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('the packages of the site are missing, and nothing may be skipped: node site/install-if-needed.mjs');

jest.setTimeout(120_000);

const phone = { width: 390, height: 844 };
let served: Awaited<ReturnType<typeof serveFolder>>;
/** Addresses outside of the site that a page has asked for. */
const strangers: string[] = [];

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options);
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith(`${served.origin}/`)) strangers.push(url);
  });
  await page.goto(`${served.origin}${path}`);
  return page;
}

/** The titles that the search box lists for these words, the best first. */
async function search(page: Page, words: string): Promise<string[]> {
  await page.locator('#local-search button').click();
  await page.locator('#localsearch-input').fill(words);
  const results = page.locator('.VPLocalSearchBox .result .title.main');
  await results.first().waitFor();
  return results.allInnerTexts();
}

const declare = isInstalled ? inChromium : skipped;
function skipped(name: string, tests: () => void): void {
  describe.skip(`${name} (skipped: its packages are not installed; npm run site)`, tests);
}

declare('the docs site', () => {
  beforeAll(async () => {
    // It ends with the check of every link and anchor, and fails when one is dead. What is up to date is not built again.
    await promisify(execFile)('npm', ['run', 'build'], { cwd: site, maxBuffer: 64 * 1024 * 1024 });
    served = await serveFolder(join(site, 'dist'));
  }, 1_800_000);
  afterAll(() => served?.close());
  afterEach(() => expect(strangers.splice(0)).toEqual([]));

  it('says on its home page what this is, and how it is mounted', async () => {
    const page = await open('/');
    expect(await page.locator('h1').innerText()).toContain('express-im-callbacks');
    expect(await page.locator('.VPHome pre', { hasText: 'imCallbacks' }).first().innerText()).toContain(
      "app.use('/im-callback', imCallbacks({",
    );
    expect(await page.locator('.VPContent img').evaluateAll(areLoaded)).toBe(true);
    await page.getByRole('link', { name: 'Set it up' }).click();
    await page.waitForURL('**/setting-up.html');
    await page.locator('.VPDoc h1').waitFor();
  });

  it.each([
    ['Group.CallbackAfterReadReceipt', /^Group\.CallbackAfterReadReceipt · onReadReceipt/],
    ['onReadReceipt', / · onReadReceipt/],
    ['群内发言之前回调', /^Group\.CallbackBeforeSendMsg · beforeGroupMsg · 群内发言之前回调/],
    ['callbackBeforeSendGroupMsgCommand', /^callbackBeforeSendGroupMsgCommand · beforeGroupMsg/],
  ])('finds the command by %s, in both languages', async (words, title) => {
    for (const home of ['/', '/zh-CN/']) {
      const page = await open(home);
      const [best] = await search(page, words);
      expect(best).toMatch(title);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/commands\/.+\.html/);
      await page.locator('.VPDoc h1').waitFor();
    }
  });

  it('finds a guide by its words', async () => {
    expect(await search(await open('/'), 'dead letter revive')).not.toEqual([]);
    expect(await search(await open('/zh-CN/'), '幂等键')).not.toEqual([]);
  });

  it('leads from a page to the same page in the other language, and back', async () => {
    const page = await open('/commands/Group.CallbackBeforeSendMsg.html');
    await page.locator('.VPNavBarTranslations button').hover();
    await page.locator('.VPNavBarTranslations').getByRole('link', { name: '简体中文' }).click();
    await page.waitForURL('**/zh-CN/commands/Group.CallbackBeforeSendMsg.html');
    await page.getByText('本页尚无中文版').waitFor();
    await page.locator('.VPNavBarTranslations button').hover();
    await page.locator('.VPNavBarTranslations').getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`${served.origin}/commands/Group.CallbackBeforeSendMsg.html`);
  });

  it('has the API of each entry of the package', async () => {
    const { exports: entries, name } = require('../../../package.json');
    const page = await open('/api/');
    const listed = await page.locator('.VPDoc main a').allInnerTexts();
    const typed = Object.keys(entries).filter((entry) => entries[entry].types !== undefined);
    for (const entry of typed) expect(listed).toContain(entry.replace('.', name));
    await page
      .locator('.VPDoc main')
      .getByRole('link', { name: `${name}/testing`, exact: true })
      .click();
    await page.waitForURL('**/api/express-im-callbacks/testing.html');
    await page.locator('h3#deliver').waitFor();
  });

  it.each([
    '/',
    '/zh-CN/',
    '/setting-up.html',
    '/hosts.html',
    '/zh-CN/reliability.html',
    '/commands/',
    '/commands/Group.CallbackBeforeSendMsg.html',
    '/api/express-im-callbacks.html',
    '/api/express-im-callbacks/tencent.html',
  ])('is no wider than a phone: %s', async (path) => {
    const page = await open(path, { viewport: phone });
    await page.locator('h1').first().waitFor();
    expect(await overflow(page)).toBe(0);
  });

  it.each([
    ['/', 'light'],
    ['/', 'dark'],
    ['/zh-CN/setting-up.html', 'light'],
    ['/commands/Group.CallbackBeforeSendMsg.html', 'dark'],
  ] as const)('has colours that can be read: %s, %s', async (path, colorScheme) => {
    const page = await open(path, { colorScheme });
    await page.evaluate(axe.source);
    const contrast = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: ['color-contrast'] }),
    );
    expect(contrast.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  });
});

function areLoaded(images: Element[]): boolean {
  return images.every((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0);
}
