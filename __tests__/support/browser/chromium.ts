/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (executablePath === undefined && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('chromium is missing, and nothing may be skipped: apt-get install chromium');

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
const complaints: string[] = [];

/** Tests in Chromium, which is started once for each file with a new, empty profile. */
export function inChromium(name: string, tests: () => void): void {
  const declare = executablePath === undefined ? describe.skip : describe;
  declare(executablePath === undefined ? `${name} (skipped: no chromium here)` : name, () => {
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
    }, 60_000);
    afterAll(() => browser.close());

    // A violated Content-Security-Policy is in the console, and so is an exception.
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      const all = complaints.splice(0);
      expect(all).toEqual([]);
    });
    tests();
  });
}

/** The example app's page, once it is connected. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options);
  await page.goto(url);
  await page.locator('#connection[data-state=live]').waitFor();
  return page;
}

/** A page in a context of its own; what its console complains about fails the test. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`a dialog opened: ${dialog.message()}`));
  page.on('console', (message) => {
    // That a server is away is what some tests are about.
    const isAway = /net::ERR_/.test(message.text());
    if (message.type() === 'error' && !isAway) complaints.push(message.text());
  });
  return page;
}

/** How much wider the page is than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
