/** The button that holds the list of callbacks still, so that one can read while they come. */
import { t } from './language.js';

const button = document.getElementById('pause');

/** Takes callbacks and hands them to `show`, at once or when the pause is over; of those it keeps the last `most`. */
export function makePause({ show, most }) {
  /** By id, since an entry may come again with news; undefined where nothing is paused. */
  let held;

  function label() {
    if (held === undefined) return t('Pause');
    return held.size === 0 ? t('Resume') : t('Resume ({0})', held.size);
  }

  button.addEventListener('click', () => {
    const came = held;
    held = came === undefined ? new Map() : undefined;
    if (came !== undefined) show([...came.values()]);
    button.textContent = label();
  });

  return function put(entries) {
    if (held === undefined) return show(entries);
    for (const entry of entries) {
      held.delete(entry.id);
      held.set(entry.id, entry);
      if (held.size > most) held.delete(held.keys().next().value);
    }
    button.textContent = label();
  };
}
