import { bar, content, el, fill, named, visible } from './element.js';
import { t } from './language.js';
import { refreshNames, showsNames } from './names.js';
import { timeOfDay } from './when.js';

/** A message, and how many have read it. After the first time only the latter changes. */
export function messageItem(row, old) {
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
  const names = { title: t('{0} have read it', share), members: readers, more: Math.max(0, read - readers.length) };
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
  const listed = [...readers.map(visible), ...(names.more > 0 ? [t('{0} more', names.more)] : [])].join(', ');
  button.setAttribute('aria-label', listed === '' ? names.title : `${names.title}: ${listed}`);
  refreshNames(button, names);
}
