import { bar, content, el, fill, getJson, named, vendor, visible } from './element.js';
import { keyedList } from './list.js';
import { refreshNames, showsNames } from './names.js';
import { dayOf, time, timeOfDay } from './when.js';

const scroller = document.getElementById('messages');
const title = document.getElementById('messages-title');
const earlier = document.getElementById('earlier');
const page = 100;
// What scrolls must be within reach of the keyboard.
scroller.tabIndex = 0;

/** Groups, and the messages of the one that is chosen. `isTextShown` says how messages are asked for. */
export function messages({ isTextShown, onNew }) {
  let chosen;
  /** True where messages could not be loaded, because the connection was lost. */
  let isLacking = false;
  const groups = keyedList(document.getElementById('groups'), {
    // By name, not by what happened last: what one is about to press must not move away.
    compare: (a, b) => nameOf(a).localeCompare(nameOf(b)) || a.id.localeCompare(b.id),
    render: groupItem,
    whenEmpty: 'No group yet.',
  });
  const list = keyedList(document.getElementById('message-list'), {
    compare: (a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0) || a.id - b.id,
    render: messageItem,
    headingOf: ({ at }) => dayOf(at),
    most: page * 2,
    keep: 'last',
    whenEmpty: 'No message yet. Paste a command from the terminal, or run npm run demo.',
  });

  function groupItem(row, old) {
    const item = old ?? el('li', {}, el('button', { type: 'button', click: () => choose(row.id) }));
    const button = item.firstElementChild;
    button.setAttribute('aria-current', String(row.id === chosen));
    const count = el(
      'span',
      { class: 'count' },
      row.messages.toLocaleString('en'),
      el('span', { class: 'unseen' }, ' messages'),
    );
    button.replaceChildren(
      el('span', { class: 'line' }, named(nameOf(row)), count),
      el('span', { class: 'line' }, vendor(row.vendor), row.at ? time(row.at) : ''),
    );
    return item;
  }

  async function choose(id) {
    chosen = id;
    groups.put(...groups.rows);
    title.replaceChildren('Messages of ', named(nameOf(groups.rows.find((row) => row.id === id))));
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
      if (chosen === undefined) choose(row.id);
    },
    message(row) {
      onNew(row);
      if (row.group !== chosen) return;
      const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
      list.put(row);
      if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    },
    nameOf(id) {
      const row = groups.rows.find((group) => group.id === id);
      return row === undefined ? id : nameOf(row);
    },
    /** When the connection is there again. */
    connected() {
      if (isLacking) choose(chosen);
    },
    /** After everything has been loaded anew. */
    restart(rows) {
      groups.replace(rows);
      const id = groups.rows.some((row) => row.id === chosen) ? chosen : groups.rows[0]?.id;
      list.clear();
      if (id !== undefined) choose(id);
    },
  };
}

function nameOf({ title: given, name }) {
  return given ?? name;
}

function messageItem(row, old) {
  if (old !== undefined) {
    showReceipt(old, row);
    return old;
  }
  const { id, seq, sender, nickname, mentions, at } = row;
  const item = el(
    'li',
    { class: 'message', 'data-id': id },
    el('span', { class: 'seq' }, seq === null ? '' : `#${seq}`),
    timeOfDay(at),
    el('span', { class: 'who' }, named(nickname || sender), nickname ? named(sender, 'quiet') : undefined),
    el('span', { class: 'what' }, content(row), ...mentions.map((user) => named(`@${user}`, 'name mention'))),
  );
  showReceipt(item, row);
  return item;
}

function showReceipt(item, row) {
  if (row.read === null) return;
  const { read, unread, readers } = row;
  const share = `${read.toLocaleString('en')} / ${(read + unread).toLocaleString('en')}`;
  // Not all of those who have read it were told by name, or are sent here.
  const names = { title: `${share} have read it`, members: readers, more: Math.max(0, read - readers.length) };
  let button = item.querySelector('.receipt');
  if (button === null) {
    button = el('button', { type: 'button', class: 'receipt' }, bar(), el('span', { class: 'share' }));
    item.append(button);
    showsNames(button, () => button.names);
  }
  button.names = names;
  const [track, number] = button.children;
  fill(track, read / Math.max(1, read + unread));
  track.classList.toggle('complete', unread === 0);
  number.textContent = share;
  const listed = [...readers.map(visible), ...(names.more > 0 ? [`${names.more} more`] : [])].join(', ');
  button.setAttribute('aria-label', listed === '' ? names.title : `${names.title}: ${listed}`);
  refreshNames(button, names);
}
