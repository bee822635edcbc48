import { t } from './language.js';

/** Makes an element. What came from outside only ever becomes text or an attribute's value, never markup. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

const joiners = ['\u200c', '\u200d'];

/** A name on one line, with what cannot be seen made visible: letters that turn the text around must not forge another name. */
export function visible(text) {
  return String(text).replace(/[\p{Cc}\p{Cf}]/gu, (character) => (joiners.includes(character) ? character : '\u25af'));
}

/** `bdi`, so that a name in Arabic leaves the order of what stands around it alone. */
export function named(text, className = 'name') {
  const shown = visible(text);
  return el('bdi', { class: className, title: shown.length > 24 ? shown : undefined }, shown);
}

/** `text + image`, in the language of the page. */
function kindsOf(type) {
  return visible(type)
    .split(' + ')
    .map((kind) => t(kind))
    .join(' + ');
}

/** The text of a message, or what there is instead while it is hidden. */
export function content({ type, size, text }) {
  if (size === 0) return el('span', { class: 'type' }, kindsOf(type));
  if (text === undefined || text === null) {
    const characters = size === 1 ? t('1 character') : t('{0} characters', size);
    return el('span', { class: 'type' }, t('{0}, {1}', kindsOf(type), characters));
  }
  const isLong = text.length > 400;
  const shown = size > text.length ? `${text}…` : text;
  return el('bdi', { class: isLong ? 'text long' : 'text', dir: 'auto', tabindex: isLong ? '0' : undefined }, shown);
}

export function vendor(name) {
  return el(
    'span',
    { class: `chip ${name === 'openim' ? 'openim' : 'tencent'}` },
    name === 'openim' ? 'OpenIM' : t('Tencent'),
  );
}

/** Milliseconds with as many digits as one cares for. */
export function milliseconds(ms) {
  if (ms === null || ms === undefined) return '–';
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}

/** A share as a bar; `fill` says how large it is. */
export function bar() {
  return el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', { class: 'filled' }));
}

/** On the style object, which the Content-Security-Policy lets scripts do, and not by a style attribute. */
export function fill(made, share) {
  made.firstElementChild.style.width = `${Math.min(100, Math.max(0, share * 100))}%`;
}

export async function getJson(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(t((await response.json().catch(() => ({}))).error ?? `HTTP ${response.status}`));
  return response.json();
}
