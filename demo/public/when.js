/** Moments as a person reads them: short today, with as much of the date as it takes for any other day. */
import { el } from './element.js';
import { language } from './language.js';

const minuteMs = 60_000;
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const day = { weekday: 'short', day: 'numeric', month: 'short' };
const ofThisYear = new Intl.DateTimeFormat(language, day);
const ofAnyYear = new Intl.DateTimeFormat(language, { ...day, year: 'numeric' });
let today = new Date();

/** `21:16:05` today, `27 Nov 21:16` on another day of this year, `10 Jun 2024` before that. */
export function time(at) {
  const date = new Date(at);
  const title = `${dayOf(at)}, ${clock.format(date)}`;
  return el('time', { datetime: date.toISOString(), title, 'data-shown': 'short' }, short(date));
}

/** The time alone, under a heading that has the day. */
export function timeOfDay(at) {
  const date = new Date(at);
  return el('time', { datetime: date.toISOString() }, clock.format(date));
}

/** `Fri 27 Nov`, with the year where it is another one. */
export function dayOf(at) {
  const date = new Date(at);
  return (isThisYear(date) ? ofThisYear : ofAnyYear).format(date);
}

function short(date) {
  if (date.toDateString() === today.toDateString()) return clock.format(date);
  const name = dayAndMonth.format(date);
  return isThisYear(date) ? `${name} ${clock.format(date).slice(0, 5)}` : `${name} ${date.getFullYear()}`;
}

function isThisYear(date) {
  return date.getFullYear() === today.getFullYear();
}

// At midnight, what was today's becomes yesterday's.
setInterval(() => {
  const now = new Date();
  if (now.toDateString() === today.toDateString()) return;
  today = now;
  for (const shown of document.querySelectorAll('time[data-shown=short]')) {
    shown.textContent = short(new Date(shown.dateTime));
  }
}, minuteMs);
