import { content, el, named, vendor } from './element.js';
import { t } from './language.js';
import { keyedList } from './list.js';
import { time } from './when.js';

const newestFirst = (a, b) => b.at - a.at || b.id - a.id;

/** The short lists: what was refused, broadcast, read, and never came. `onCount` is told how many there are. */
export function records({ groupName, onCount }) {
  const lists = {
    refusal: listOf('refusals', refusalItem, t('Nothing was refused.')),
    broadcast: listOf('broadcasts', broadcastItem, t('No broadcast yet.')),
    gap: listOf('gaps', (row) => gapItem(row, groupName(row.group)), t('No gap was found.')),
    read: listOf('reads', readItem, t('Nobody has read a group yet.')),
  };
  const count = (kind) => onCount(kind, lists[kind].rows.length);

  return {
    put(row) {
      lists[row.kind].put(row);
      count(row.kind);
    },
    restart(rows) {
      for (const [kind, list] of Object.entries(lists)) {
        list.clear();
        list.put(...rows.filter((row) => row.kind === kind));
        count(kind);
      }
    },
  };
}

function listOf(id, render, whenEmpty) {
  return keyedList(document.getElementById(id), { compare: newestFirst, render, most: 100, whenEmpty });
}

function refusalItem(row) {
  return el(
    'li',
    { class: 'record' },
    el('p', {}, time(row.at), vendor(row.vendor), named(row.sender), t(' to '), named(row.chat, 'name quiet')),
    el('p', {}, el('span', { class: 'code' }, String(row.code)), ' ', el('bdi', { class: 'reason' }, row.reason)),
    el('p', {}, content(row)),
  );
}

function broadcastItem(row) {
  return el('li', { class: 'record' }, el('p', {}, time(row.at), named(row.sender)), el('p', {}, content(row)));
}

function gapItem({ first, last, at }, group) {
  return el(
    'li',
    { class: 'record' },
    el('p', {}, time(at), named(group)),
    el(
      'p',
      {},
      first === last
        ? t('No callback brought message #{0}.', first)
        : t('No callback brought messages #{0} to #{1}.', first, last),
    ),
  );
}

function readItem({ reader, upTo, at }) {
  return el(
    'li',
    { class: 'record' },
    el('p', {}, time(at), named(reader), t(' has read a group up to message #{0}', upTo)),
  );
}
