import { chinese } from './chinese.js';

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const isChinese = /^zh\b/i.test(asked);

/** The language of the page: that of `?lang=`, or else the browser's; English where it is neither English nor Chinese. */
export const language = isChinese ? 'zh-CN' : 'en-GB';

/** A text of the page in its language; `{0}`, `{1}` … stand for the values. The English text is the key. */
export function t(text, ...values) {
  const found = isChinese && Object.hasOwn(chinese, text) ? chinese[text] : text;
  return found.replace(/\{(\d)\}/g, (_all, place) => String(values[place]));
}

const attributes = ['aria-label', 'placeholder'];

/** What index.html says, in the language of the page. */
export function translatePage() {
  document.documentElement.lang = language;
  document.title = t(document.title);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    if (text !== '') texts.currentNode.data = texts.currentNode.data.replace(text, () => t(text));
  }
  for (const name of attributes) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, t(element.getAttribute(name)));
    }
  }
  const link = document.getElementById('language');
  link.href = isChinese ? '?lang=en' : '?lang=zh';
  link.lang = link.hreflang = isChinese ? 'en' : 'zh-CN';
  link.textContent = isChinese ? 'English' : '中文';
}
