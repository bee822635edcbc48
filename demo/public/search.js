/** What the list of callbacks is narrowed down to: some words, and one outcome. */
import { t } from './language.js';

const input = document.getElementById('search');
const select = document.getElementById('outcome');
const found = document.getElementById('found');

/** `onChange` is called when somebody asks for something else. */
export function makeSearch(onChange) {
  const outcomes = new Set();
  input.addEventListener('input', onChange);
  select.addEventListener('change', onChange);

  return {
    get isOn() {
      return input.value.trim() !== '' || select.value !== '';
    },
    /** Every word must be somewhere in it. */
    passes(entry) {
      if (select.value !== '' && endOf(entry) !== select.value) return false;
      const text = textOf(entry);
      return input.value
        .toLowerCase()
        .split(/\s+/)
        .every((word) => text.includes(word));
    },
    /** Offers an outcome once it has been seen. */
    offer(outcome) {
      if (outcomes.has(outcome)) return;
      outcomes.add(outcome);
      const after = [...select.options].find(({ value }) => value > outcome);
      select.insertBefore(new Option(outcome, outcome), after ?? null);
    },
    tell(count, all) {
      found.textContent = this.isOn ? t('{0} of {1}', count, all) : '';
    },
    find(words) {
      input.value = words;
      select.value = '';
      onChange();
    },
  };
}

/** How it ended: what the handler made of it, where an inbox has handed it on. */
export function endOf({ outcome, handling }) {
  return handling?.outcome ?? outcome;
}

function textOf(entry) {
  const { vendor, command, users, groups, failure = '', operationID } = entry;
  return [vendor, command, ...users, ...groups, endOf(entry), failure, operationID].join(' ').toLowerCase();
}
