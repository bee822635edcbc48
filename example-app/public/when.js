/** Moments as a person reads them: short today, with as much of the date as it takes for any other day. */
import { el } from './element.js';

const minuteMs = 60_000;
let today = new Date().toDateString();

/** `21:16:05` today, `27 Nov 21:16` on another day of this year, `10 Jun 2024` before that. */
export function time(at) {
  const date = new Date(at);
  const title = `${dayOf(at)}, ${clock(date)}`;
  return el('time', { datetime: date.toISOString(), title, 'data-shown': 'short' }, short(date));
}

/** The time alone, under a heading that has the day. */
export function timeOfDay(at) {
  const date = new Date(at);
  return el('time', { datetime: date.toISOString() }, clock(date));
}

/** `Fri 27 Nov`, with the year where it is another one. */
export function dayOf(at) {
  const date = new Date(at);
  const year = isThisYear(date) ? undefined : 'numeric';
  return date.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year });
}

function short(date) {
  if (date.toDateString() === today) return clock(date);
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return isThisYear(date) ? `${day} ${clock(date).slice(0, 5)}` : `${day} ${date.getFullYear()}`;
}

function clock(date) {
  return date.toLocaleTimeString('en-GB');
}

function isThisYear(date) {
  return date.getFullYear() === new Date().getFullYear();
}

// At midnight, what was today's becomes yesterday's.
setInterval(() => {
  const day = new Date().toDateString();
  if (day === today) return;
  today = day;
  for (const shown of document.querySelectorAll('time[data-shown=short]')) {
    shown.textContent = short(new Date(shown.dateTime));
  }
}, minuteMs);
