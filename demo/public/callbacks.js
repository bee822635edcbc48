import { el, getJson, milliseconds, named, vendor, visible } from './element.js';
import { t } from './language.js';
import { keyedList } from './list.js';
import { makePause } from './pause.js';
import { endOf, makeSearch } from './search.js';
import { time } from './when.js';

const tones = {
  bad: ['failed', 'dead', 'buried', 'refused', 'unknown', 'notSent'],
  plain: ['duplicate', 'unhandled', 'stored', 'dropped'],
};

const most = 300;

/** The last callbacks. Their bodies hold text of messages, so each is fetched only when somebody asks for it. */
export function callbacks() {
  const list = keyedList(document.getElementById('callbacks'), {
    compare: (a, b) => b.at - a.at || b.version - a.version,
    render: callbackItem,
    most,
    whenEmpty: t('No callback yet.'),
  });
  const search = makeSearch(narrow);

  function narrow() {
    list.show(search.passes);
    search.tell(list.rows.filter(search.passes).length, list.rows.length);
  }

  function show(entries) {
    list.put(...entries);
    for (const entry of entries) search.offer(endOf(entry));
    narrow();
  }

  return { put: makePause({ show, most }), find: search.find };
}

function callbackItem(entry, old) {
  const item = old ?? el('li', {}, el('details', {}, el('summary', {}), el('dl', {}), inside(entry)));
  const [summary, facts] = item.firstElementChild.children;
  const { at, command, outcome, handling, failure, status, ms, operationID } = entry;
  const end = endOf(entry);
  summary.replaceChildren(
    time(at),
    vendor(entry.vendor),
    named(shortened(command), 'command'),
    named(entry.users[0] ?? entry.groups[0] ?? '', 'name by'),
    el('span', { class: `outcome ${toneOf(end)}` }, end),
    el('span', { class: 'took' }, `${milliseconds(ms)} ms`),
  );
  const rows = [
    [t('Command'), visible(command)],
    [t('Received'), failure === undefined ? outcome : t('{0}: {1}', outcome, failure)],
    [t('Answer'), t('HTTP {0} after {1} ms', status, milliseconds(ms))],
    [t('Handler'), handling && attemptOf(handling)],
    [t('Users'), listed(entry.users)],
    [t('Group'), listed(entry.groups)],
    [t('Operation'), visible(operationID)],
  ];
  const known = rows.filter(([, value]) => value !== undefined);
  facts.replaceChildren(...known.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  return item;
}

function attemptOf({ outcome, attempt, ms }) {
  return t('{0} in attempt {1}, {2} ms', outcome, attempt, milliseconds(ms));
}

function listed(names) {
  return names.length === 0 ? undefined : names.map(visible).join(', ');
}

/** Good, bad, or neither: nothing was handled by a duplicate, and nothing is wrong with it. */
function toneOf(outcome) {
  return Object.keys(tones).find((tone) => tones[tone].includes(outcome)) ?? 'good';
}

/** `Group.CallbackAfterSendMsg` → `Group.AfterSendMsg`: that all of them are callbacks is known here. */
function shortened(command) {
  return command.replace(/callback/i, '').replace(/Command$/, '') || t('(no command)');
}

function inside({ id }) {
  const place = el('div', { class: 'inside' });
  const fetchAll = async () => {
    const { body, reply } = await getJson(`/api/callbacks/${id}`);
    return [
      el('h3', {}, t('Reply, {0} bytes', new Blob([reply]).size)),
      pre(reply),
      el('h3', {}, t('Body')),
      pre(body),
    ];
  };
  place.append(shows(t('Show reply and body'), place, fetchAll));
  return place;
}

/** A button that goes away for what it fetches. */
export function shows(label, place, fetchAll) {
  async function click({ currentTarget: button }) {
    try {
      const elements = await fetchAll();
      place.append(...elements);
      button.remove();
      // The focus must not go with the button.
      place.querySelector('pre').focus();
    } catch (error) {
      button.textContent = t('It cannot be shown: {0}. Try again', error.message);
    }
  }
  return el('button', { type: 'button', click }, label);
}

export function pre(text) {
  return el('pre', { tabindex: '0', dir: 'ltr' }, text || t('(empty)'));
}
