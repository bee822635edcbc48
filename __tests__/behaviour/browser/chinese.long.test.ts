/// <reference lib="dom" />
/** The page in Chinese: where the browser asks for it, and by the link. */
import type { Page } from 'playwright-core';
import { inChromium, openPage, overflow } from '../../support/browser/chromium';
import { newFolder, type RunningApp, runApp } from '../../support/demo/running-app';

jest.setTimeout(60_000);

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder, { attempts: 1 });
});
afterAll(() => app.stop());

const samples = ['OpenIM 消息', '群消息', '已读回执', '重复回调', '被拒绝的消息', '公众号消息', '死信'];
/** What is the same in every language: names, texts of people, and the words of the wire and of this package. */
const foreign = 'bdi, code, pre, script, .outcome, #outcome option + option, #failures .label, #language, .error, dd';
const known = /OpenIM|IM|REST API|ms|p50|p99/g;

/** What the page says, on all of its tabs, that is neither Chinese nor one of those. */
const english = async (page: Page): Promise<string[]> => {
  const text = await page.evaluate((selector) => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll(selector)) element.remove();
    const labels = [...copy.querySelectorAll('[aria-label]:not(.receipt)')].map((element) =>
      element.getAttribute('aria-label'),
    );
    return [copy.textContent, ...labels].join('\n');
  }, foreign);
  return text.replace(known, '').match(/[A-Za-z]{2,}[A-Za-z ]*/g) ?? [];
};

inChromium('the page in Chinese', () => {
  it('says all in Chinese, and has room for it on a desktop and on a phone', async () => {
    const page = await openPage(app.origin, { locale: 'zh-CN' });
    expect(await page.title()).toBe('IM 回调实时页面');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await english(page)).toEqual([]);
    for (const name of samples) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('#sent', { hasText: `${name}：` }).waitFor();
    }
    await page.locator('.receipt', { hasText: '1 / 4' }).waitFor();
    await page.locator('#dead:visible button', { hasText: '恢复' }).waitFor();
    await page.getByRole('tab', { name: '回调', exact: true }).click();
    await page.locator('#callbacks summary').first().click();
    await page.locator('#callbacks button', { hasText: '显示应答与请求体' }).first().click();
    await page.locator('#callbacks h3', { hasText: /^应答，\d+ 字节$/ }).waitFor();
    expect(await english(page)).toEqual([]);
    expect(await page.locator('#messages .message').count()).toBeGreaterThan(0);
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflow(page)).toBe(0);
  });

  it('and the page in English lead to each other', async () => {
    const page = await openPage(app.origin);
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('heading', { name: '发送测试回调' }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Send a test callback' }).waitFor();
  });
});
