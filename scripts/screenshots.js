/** Retakes docs/screenshots/*.png: the live page under traffic of both chat services, on a desktop and on a phone. */
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { chromium } = require('playwright-core');
const { readConfig } = require('../demo/dist/config');
const { start } = require('../demo/dist/start');
const { tellStory } = require('../demo/dist/story');
const { breakBroadcasts } = require('../demo/dist/broken');
const { startTraffic } = require('../demo/dist/traffic');

const out = join(__dirname, '..', 'docs', 'screenshots');
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const config = { ...readConfig({ PORT: '3199', LOG_LEVEL: 'silent' }), dataFolder: folder };
  const running = await start(config, { worker: { attempts: 1, gapGraceMs: 500 } });
  const broken = () => breakBroadcasts(join(folder, 'chat.db'));
  await tellStory({ ...config, origin: running.origin, pace: 5, breakBroadcasts: broken });
  const stopTraffic = startTraffic({ ...config, origin: running.origin, pace: 5 });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args });
  mkdirSync(out, { recursive: true });

  for (const [locale, name] of [
    ['en', 'desktop.png'],
    ['zh-CN', 'desktop.zh-CN.png'],
  ]) {
    const desktop = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale });
    await desktop.goto(running.origin);
    await desktop.locator('#text').check();
    await desktop.locator('#groups button', { hasText: 'Trails' }).click();
    await desktop.locator('.message').nth(17).waitFor({ timeout: 60_000 });
    await desktop.locator('.receipt').nth(6).hover();
    await desktop.screenshot({ path: join(out, name) });
  }

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await phone.goto(running.origin);
  await phone.locator('#text').check();
  await phone.locator('#groups button', { hasText: 'Kitchen' }).click();
  await phone.locator('.message').nth(5).waitFor();
  // The strip shows its numbers within a second.
  await phone.locator('#latency li').first().waitFor();
  await phone.screenshot({ path: join(out, 'phone.png') });

  stopTraffic();
  await browser.close();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
