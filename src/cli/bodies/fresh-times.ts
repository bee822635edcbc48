import { isObject } from '../../codecs';

/** Fields that tell when something happened, with Unix times in seconds or milliseconds, by the end of their names. */
const isTime = /(Time|Ts)$/;

/** Times that can be meant: from 2001 on, in seconds; and in milliseconds. What is smaller is a duration or 0. */
const firstSecond = 1_000_000_000;
const firstMillisecond = 1_000_000_000_000;

/** A body with its times moved by `ms`, quoted ones included. */
export function shiftTimes<T>(body: T, ms: number, name = ''): T {
  return shifted(body, ms, name) as T; // only numbers within change
}

function shifted(value: unknown, ms: number, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => shifted(item, ms, name));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shifted(inner, ms, key)]));
  if (!isTime.test(name)) return value;
  if (typeof value === 'number') return moved(value, ms);
  return typeof value === 'string' && /^\d{10,13}$/.test(value) ? String(moved(Number(value), ms)) : value;
}

function moved(time: number, ms: number): number {
  if (time >= firstMillisecond) return time + ms;
  return time >= firstSecond ? time + Math.round(ms / 1000) : time;
}
