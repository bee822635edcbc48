import { bar, el, fill, milliseconds } from './element.js';

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

/** The numbers at the top of the page, once a second. */
export function showHealth({ ready, reason, durability, inbox, perSecond, latency, failures }, gaps) {
  showRate(perSecond);
  list('latency', latency.map(latencyItem));
  list('inbox', ready ? inboxItems(inbox, durability, gaps) : [el('li', { class: 'bad' }, `not ready: ${reason}`)]);
  const kinds = Object.entries(failures).sort(([, a], [, b]) => b - a);
  const none = el('li', { class: 'quiet' }, 'none since the start');
  list('failures', kinds.length === 0 ? [none] : kinds.slice(0, 4).map(([kind, count]) => numbered(kind, count)));
}

function latencyItem({ vendor, limitMs, p50, p99 }) {
  const share = (p99 ?? 0) / limitMs;
  const meter = bar();
  fill(meter, share);
  meter.classList.toggle('alarm', share > 0.5);
  return el(
    'li',
    {},
    el('span', { class: 'label' }, vendor === 'openim' ? 'OpenIM' : 'Tencent'),
    el('b', {}, `${milliseconds(p50)} / ${milliseconds(p99)} ms`),
    el('span', { class: 'quiet' }, `of ${limitMs / 1000} s`),
    meter,
  );
}

function inboxItems({ waiting, running, dead, oldestMs }, durability, gaps) {
  const oldest = oldestMs === null ? '' : `, oldest ${milliseconds(oldestMs / 1000)} s`;
  return [
    numbered('waiting', waiting),
    numbered('running', running),
    numbered('dead', dead, dead > 0),
    numbered(gaps === 1 ? 'gap' : 'gaps', gaps, gaps > 0),
    el('li', { class: 'quiet wide' }, `${safety[durability]}${oldest}`),
  ];
}

const safety = {
  'power-loss': 'safe from power loss',
  'process-crash': 'safe from a crash',
  none: 'kept in memory only',
  unknown: 'safe from what, is unknown',
};

function numbered(name, count, isBad = false) {
  const number = el('b', { class: isBad && 'bad' }, count.toLocaleString('en'));
  return el('li', {}, number, ' ', el('span', { class: 'label' }, name));
}

function list(id, items) {
  document.getElementById(id).replaceChildren(...items);
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
