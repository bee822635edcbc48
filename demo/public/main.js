import { callbacks } from './callbacks.js';
import { dead } from './dead.js';
import { getJson } from './element.js';
import { t, translatePage } from './language.js';
import { follow } from './live.js';
import { messages } from './messages.js';
import { records } from './records.js';
import { showSamples, tell } from './samples.js';
import { makeStrip } from './strip.js';
import { makeTabs } from './tabs.js';

translatePage();
const status = document.getElementById('status');
const connection = document.getElementById('connection');
/** Without an answer the page is as careful as it can be. */
const { showsText, samples } = await getJson('/api/page').catch(() => ({ showsText: false, samples: [] }));
const words = { live: t('live'), lost: t('connection lost, trying again'), connecting: t('connecting') };
/** Screen readers get news at most this often. */
const quietMs = 20_000;

let live;
let deadCount = 0;
let isDeadShown = false;
let gapCount = 0;
let news = 0;

/** For a person who cannot see what has just happened. */
const say = (text) => {
  status.textContent = text;
};

const inspector = callbacks();
const letters = dead({ say });
const tabs = makeTabs(document.getElementById('tabs'), (id) => {
  isDeadShown = id === 'tab-dead';
  if (isDeadShown) letters.load();
});
const showHealth = makeStrip({
  open({ tab, find }) {
    if (find !== undefined) inspector.find(find);
    tabs.open(tab);
  },
});
const chat = messages({
  isTextShown: () => live.withText,
  hasSamples: samples.length > 0,
  onNew(row) {
    // The first version of a message is its arrival; later ones are receipts.
    if (row.read === null) news += 1;
  },
});
const lists = records({
  groupName: (id) => chat.nameOf(id),
  onCount(kind, count) {
    tabs.count(`tab-${kind}s`, count);
    if (kind === 'gap') gapCount = count;
  },
});

showSamples(samples, { say, showTab: tabs.show, showGroup: chat.show });

const checkbox = document.getElementById('text');
checkbox.checked = showsText;
checkbox.addEventListener('change', () => live.showText(checkbox.checked));

live = follow({
  showsText,
  onState(rows) {
    chat.restart(rows.filter(({ kind }) => kind === 'group'));
    lists.restart(rows);
  },
  onRows(rows) {
    for (const row of rows) {
      if (row.kind === 'group') chat.group(row);
      else if (row.kind === 'message') chat.message(row);
      else lists.put(row);
    }
  },
  onCallbacks: inspector.put,
  onHealth(health) {
    showHealth(health, gapCount);
    const count = health.inbox?.dead ?? 0;
    tabs.count('tab-dead', count);
    // One that was revived and died again leaves the number as it was.
    if (count !== deadCount || isDeadShown) letters.load();
    deadCount = count;
  },
  onTold: (sentence) => tell(t(sentence), say),
  onConnection(state) {
    if (connection.dataset.state === state) return;
    connection.dataset.state = state;
    connection.textContent = words[state];
    if (state === 'live') chat.connected();
    say(state === 'live' ? t('Connected.') : t('The connection is lost. Trying again.'));
  },
});

setInterval(() => {
  if (news > 0) say(news === 1 ? t('One new message.') : t('{0} new messages.', news));
  news = 0;
}, quietMs);
