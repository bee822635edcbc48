import { pre, shows } from './callbacks.js';
import { el, getJson, named, vendor } from './element.js';
import { t } from './language.js';
import { keyedList } from './list.js';
import { time } from './when.js';

/** Dead letters, each with its body on demand and a button that has it handled once more. */
export function dead({ say }) {
  const list = keyedList(document.getElementById('dead'), {
    compare: (a, b) => b.at - a.at || Number(b.id) - Number(a.id),
    render: (letter, old) => old ?? letterItem(letter),
    most: 100,
    whenEmpty: t('No dead letter.'),
  });

  async function load() {
    try {
      const letters = await getJson('/api/dead');
      list.replace(letters.map((letter) => ({ ...letter, version: 0 })));
    } catch {
      // The connection is lost, which is shown; it is loaded again with the next news of the inbox.
    }
  }

  async function revive(id) {
    try {
      const response = await fetch(`/api/dead/${encodeURIComponent(id)}/revive`, { method: 'POST' });
      say(response.ok ? t('Revived: it is being handled again.') : t('It no longer exists.'));
    } catch {
      say(t('It could not be revived: the server does not answer.'));
    }
    await load();
    document.getElementById('dead-panel').focus();
  }

  function letterItem({ id, at, vendor: from, command, error, attempts }) {
    const inside = el('div', { class: 'inside' });
    const show = async () => [pre((await getJson(`/api/dead/${encodeURIComponent(id)}`)).body)];
    return el(
      'li',
      { class: 'record', 'data-id': id },
      el('p', {}, time(at), vendor(from), named(command, 'command')),
      el('p', { class: 'error' }, t('{0} ({1})', error, triedTimes(attempts))),
      el(
        'p',
        { class: 'actions' },
        el('button', { type: 'button', class: 'revive', click: () => revive(id) }, t('Revive')),
        shows(t('Show body'), inside, show),
      ),
      inside,
    );
  }

  return { load };
}

function triedTimes(attempts) {
  if (attempts === 0) return t('never tried');
  return attempts === 1 ? t('tried once') : t('tried {0} times', attempts);
}
