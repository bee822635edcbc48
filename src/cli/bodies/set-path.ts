import { usageError } from '../process/one-line-error';

/** The highest position in a list: JSON writes every place before it. */
const lastPosition = 10_000;

type Place = Record<string, unknown> | unknown[];

/**
 * Sets one field of a body, as `--set` gives it: `MsgBody[0].MsgContent.Text=spam`. The value takes the type of what
 * stands there; where nothing does it is JSON when it can be read as such, else a text. `path:=json` is JSON always.
 */
export function setPath(body: Record<string, unknown>, assignment: string): void {
  const { path, isJson, value } = partsOf(assignment);
  const keys = keysOf(path);
  const last = keys.pop();
  if (last === undefined)
    throw usageError(`--set ${assignment} sets nothing; write path=value, e.g. MsgBody[0].MsgType=TIMTextElem`);
  if ([...keys, last].some((key) => typeof key === 'number' && key > lastPosition))
    throw usageError(`--set ${path}: a position may be ${lastPosition} at most`);
  let place: Place = body;
  for (const [i, key] of keys.entries()) place = inner(place, key, keys[i + 1] ?? last, assignment);
  const old = own(place, last);
  put(place, last, isJson ? jsonIn(value, assignment) : likeOld(old, value));
}

/** The names and positions that an assignment leads through. */
export const namesIn = (assignment: string): (string | number)[] => keysOf(partsOf(assignment).path);

function partsOf(assignment: string): { path: string; isJson: boolean; value: string } {
  const [, path = '', colon, value = ''] = /^([^=]+?)(:?)=(.*)$/s.exec(assignment) ?? [];
  return { path, isJson: colon === ':', value };
}

/** `A[0].B` in its parts: names and positions. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, position, name]) =>
    position === undefined ? (name ?? '') : Number(position),
  );
}

function inner(place: Place, key: string | number, next: string | number, assignment: string): Place {
  const there = own(place, key);
  if (typeof there === 'object' && there !== null) return there as Place; // an object or a list
  if (there !== undefined && there !== null)
    throw usageError(`--set ${assignment}: ${key} is not an object, but ${JSON.stringify(there)}`);
  const made: Place = typeof next === 'number' ? [] : {};
  put(place, key, made);
  return made;
}

function own(place: Place, key: string | number): unknown {
  return Object.hasOwn(place, key) ? (place as Record<string | number, unknown>)[key] : undefined;
}

/** Defined and not assigned, so that `__proto__` is a name like any other. */
function put(place: Place, key: string | number, value: unknown): void {
  Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
}

function likeOld(old: unknown, value: string): unknown {
  if (typeof old === 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function jsonIn(value: string, assignment: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw usageError(`--set ${assignment}: what stands after := must be JSON; write = for a text`);
  }
}
