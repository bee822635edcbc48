import { bar, el, fill, milliseconds } from './element.js';
import { t } from './language.js';
import { keyedList } from './list.js';

const svg = 'http://www.w3.org/2000/svg';
const chart = document.getElementById('chart');
const height = 32;

const columns = Array.from({ length: 60 }, (_, i) => {
  const column = document.createElementNS(svg, 'rect');
  column.setAttribute('x', String(i * 4));
  column.setAttribute('width', '3');
  chart.append(column);
  return column;
});

/** The numbers at the top of the page, once a second. `open` shows what a number counts: the list of a tab. */
export function makeStrip({ open }) {
  const inboxList = numbers('inbox', '', open);
  const failureList = numbers('failures', t('none since the start'), open);

  return function showHealth({ ready, reason, durability, inbox, perSecond, latency, failures }, gaps) {
    showRate(perSecond);
    document.getElementById('latency').replaceChildren(...latency.map(latencyItem));
    inboxList(ready ? inboxNumbers(inbox, gaps) : []);
    const note = document.getElementById('inbox-note');
    note.textContent = ready ? safetyOf(inbox, durability) : t('not ready: {0}', reason);
    note.className = ready ? 'quiet' : 'bad';
    const kinds = Object.entries(failures).sort(([, a], [, b]) => b - a);
    failureList(kinds.slice(0, 4).map(([id, count]) => ({ id, count, name: id, tab: 'tab-callbacks', find: id })));
  };
}

function latencyItem({ vendor, limitMs, p50, p99 }) {
  const share = (p99 ?? 0) / limitMs;
  const meter = bar();
  fill(meter, share);
  meter.classList.toggle('alarm', share > 0.5);
  return el(
    'li',
    {},
    el('span', { class: 'label' }, vendor === 'openim' ? 'OpenIM' : t('Tencent')),
    el('b', {}, `${milliseconds(p50)} / ${milliseconds(p99)} ms`),
    el('span', { class: 'quiet' }, t('of {0} s', limitMs / 1000)),
    meter,
  );
}

function inboxNumbers({ waiting, running, dead }, gaps) {
  return [
    { id: 'waiting', name: t('waiting'), count: waiting },
    { id: 'running', name: t('running'), count: running },
    { id: 'dead', name: t('dead'), count: dead, isBad: dead > 0, tab: 'tab-dead' },
    { id: 'gaps', name: gaps === 1 ? t('gap') : t('gaps'), count: gaps, isBad: gaps > 0, tab: 'tab-gaps' },
  ];
}

const safety = {
  'power-loss': t('safe from power loss'),
  'machine-loss': t('safe from the loss of a machine'),
  'process-crash': t('safe from a crash'),
  none: t('kept in memory only'),
  unknown: t('safe from what, is unknown'),
};

function safetyOf({ oldestMs }, durability) {
  const words = safety[durability];
  return oldestMs === null ? words : t('{0}, oldest {1} s', words, milliseconds(oldestMs / 1000));
}

/** Each element stays what it is while its number changes, so that it can be clicked, and keeps the focus. */
function numbers(id, whenEmpty, open) {
  const list = keyedList(document.getElementById(id), { compare: (a, b) => a.place - b.place, render, whenEmpty });

  function render(row, old) {
    const { name, count, isBad, tab } = row;
    const inside = () => [el('b', {}), ' ', el('span', { class: 'label' })];
    const item =
      old ??
      el('li', {}, tab ? el('button', { type: 'button', class: 'number' }, ...inside()) : el('span', {}, ...inside()));
    const [number, label] = item.firstElementChild.children;
    if (tab) item.firstElementChild.onclick = () => open(row);
    number.textContent = count.toLocaleString('en');
    number.className = isBad ? 'bad' : '';
    label.textContent = name;
    return item;
  }

  return (rows) => list.replace(rows.map((row, place) => ({ ...row, place, version: 0 })));
}

function showRate(perSecond) {
  const most = Math.max(4, ...perSecond);
  for (const [i, column] of columns.entries()) {
    const part = (perSecond[i] / most) * height;
    column.setAttribute('y', String(height - part));
    column.setAttribute('height', String(part));
  }
  // The present second is not over yet.
  document.getElementById('rate').textContent = String(perSecond.at(-2));
  const minute = perSecond.reduce((sum, count) => sum + count, 0);
  document.getElementById('minute').textContent = minute.toLocaleString('en');
}
