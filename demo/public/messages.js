import { el, getJson, named, vendor } from './element.js';
import { t } from './language.js';
import { keyedList } from './list.js';
import { messageItem } from './message-item.js';
import { dayOf, time } from './when.js';

const scroller = document.getElementById('messages');
const title = document.getElementById('messages-title');
const earlier = document.getElementById('earlier');
const page = 100;
// What scrolls must be within reach of the keyboard.
scroller.tabIndex = 0;

/** Groups, and the messages of the one that is chosen. `isTextShown` says how messages are asked for. */
export function messages({ isTextShown, onNew, hasSamples }) {
  let chosen;
  /** Until somebody has chosen a group, the page shows one that has messages. */
  let isChosenByHand = false;
  /** The name of a group to be shown as soon as there is one. */
  let awaited;
  /** True where messages could not be loaded, because the connection was lost. */
  let isLacking = false;
  const groups = keyedList(document.getElementById('groups'), {
    // By name, not by what happened last: what one is about to press must not move away.
    compare: (a, b) => nameOf(a).localeCompare(nameOf(b)) || a.id.localeCompare(b.id),
    render: groupItem,
    whenEmpty: t('No group yet.'),
  });
  const list = keyedList(document.getElementById('message-list'), {
    compare: (a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0) || a.id - b.id,
    render: messageItem,
    headingOf: ({ at }) => dayOf(at),
    most: page * 2,
    keep: 'last',
    whenEmpty: hasSamples
      ? t('No message yet. Send a test callback with a button above.')
      : t('No message yet. It is shown as soon as a chat service reports one.'),
  });

  function groupItem(row, old) {
    const item = old ?? el('li', {}, el('button', { type: 'button', click: () => chooseByHand(row.id) }));
    const button = item.firstElementChild;
    button.setAttribute('aria-current', String(row.id === chosen));
    const count = el(
      'span',
      { class: 'count' },
      row.messages.toLocaleString('en'),
      el('span', { class: 'unseen' }, ' ', t('messages')),
    );
    button.replaceChildren(
      el('span', { class: 'line' }, named(nameOf(row)), count),
      el('span', { class: 'line' }, vendor(row.vendor), row.at ? time(row.at) : ''),
    );
    return item;
  }

  function chooseByHand(id) {
    isChosenByHand = true;
    choose(id);
  }

  function isBetter(row) {
    if (awaited === row.name) return true;
    const now = groups.rows.find(({ id }) => id === chosen);
    return now === undefined || (!isChosenByHand && now.messages === 0 && row.messages > 0);
  }

  async function choose(id) {
    chosen = id;
    groups.put(...groups.rows);
    title.replaceChildren(el('span', {}, t('Messages of ')), named(nameOf(groups.rows.find((row) => row.id === id))));
    list.clear();
    list.most = page * 2;
    await load(id);
    scroller.scrollTop = scroller.scrollHeight;
  }

  async function load(id, before) {
    const from = before === undefined ? '' : `&before=${before}`;
    const text = isTextShown();
    try {
      const rows = await getJson(`/api/messages?group=${encodeURIComponent(id)}&text=${Number(text)}${from}`);
      if (id !== chosen || text !== isTextShown()) return;
      list.put(...rows);
      earlier.hidden = rows.length < page;
      isLacking = false;
    } catch {
      isLacking = true;
    }
  }

  earlier.addEventListener('click', async () => {
    const [oldest] = list.rows;
    const bottom = scroller.scrollHeight - scroller.scrollTop;
    list.most += page;
    await load(chosen, oldest?.id);
    scroller.scrollTop = scroller.scrollHeight - bottom;
  });

  return {
    group(row) {
      groups.put(row);
      if (row.id !== chosen && isBetter(row)) choose(row.id);
      if (awaited === row.name) awaited = undefined;
    },
    message(row) {
      onNew(row);
      if (row.group !== chosen) return;
      const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
      list.put(row);
      if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    },
    /** By its id at the chat service; now or when it comes. */
    show(name) {
      const row = groups.rows.find((group) => group.name === name);
      awaited = row === undefined ? name : undefined;
      isChosenByHand = true;
      if (row !== undefined && row.id !== chosen) choose(row.id);
    },
    nameOf(id) {
      const row = groups.rows.find((group) => group.id === id);
      return row === undefined ? id : nameOf(row);
    },
    /** When the connection is there again. */
    connected() {
      if (isLacking) choose(chosen);
    },
    /** After a reload of everything. */
    restart(rows) {
      groups.replace(rows);
      const first = groups.rows.find((row) => row.messages > 0) ?? groups.rows[0];
      const id = groups.rows.some((row) => row.id === chosen) ? chosen : first?.id;
      list.clear();
      if (id !== undefined) choose(id);
    },
  };
}

function nameOf({ title: given, name }) {
  return given ?? name;
}
