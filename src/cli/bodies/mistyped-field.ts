import type * as t from 'io-ts';
import { FieldsType, isObject, ListType, OrElseType, pathsOf, TaggedType } from '../../codecs';
import { nearestName } from '../../options/nearest-name';
import type { KnownCommand } from '../../vendors/commands';
import { namesIn } from './set-path';

/**
 * A hint where `--set` names a field that the command does not have there: the field of the command that is called so elsewhere,
 * else the one that is nearly called so, else what fields there are. It is sent all the same: a server of tomorrow may send it.
 */
export function mistypedField({ wire, sample, request }: KnownCommand, assignment: string): string | undefined {
  let place: Place = { codec: request, value: sample };
  for (const name of namesIn(assignment)) {
    const known = namesAt(place);
    if (typeof name === 'string' && known.length > 0 && !known.includes(name)) {
      const meant = elsewhere(name, { request, sample }) ?? nearestName(name, known);
      const hint = meant === undefined ? `it has ${listed(known)}` : `did you mean ${meant}?`;
      return `${wire} has no field ${name} there; ${hint}`;
    }
    place = inside(place, name);
  }
  return undefined;
}

const mostNames = 6;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} …` : shown;
}

/** A place in the body: what the catalogue knows of it, and what the sample has there. */
interface Place {
  readonly codec: t.Mixed | undefined;
  readonly value: unknown;
}

/** Names that fields have here; none where the users choose them, or where there is no object. */
function namesAt(place: Place): string[] {
  const fields = fieldsAt(place);
  const inSample = isObject(place.value) ? Object.keys(place.value) : [];
  return [...new Set([...Object.keys(fields ?? {}), ...inSample])];
}

function fieldsAt({ codec, value }: Place): Readonly<Record<string, t.Mixed>> | undefined {
  if (codec instanceof OrElseType) return fieldsAt({ codec: codec.codec, value });
  if (codec instanceof TaggedType)
    return fieldsAt({ codec: isObject(value) ? codec.memberFor(value) : codec.other, value });
  return codec instanceof FieldsType ? { ...codec.required, ...codec.optional } : undefined;
}

function inside(place: Place, name: string | number): Place {
  const { codec, value } = place;
  if (codec instanceof OrElseType) return inside({ codec: codec.codec, value }, name);
  if (typeof name === 'number') {
    const element = Array.isArray(value) ? (value[name] ?? value[0]) : undefined;
    return { codec: codec instanceof ListType ? codec.item : undefined, value: element };
  }
  return { codec: fieldsAt(place)?.[name], value: isObject(value) ? value[name] : undefined };
}

/** Where the command has a field of exactly this name, deeper than where it was looked for. */
function elsewhere(name: string, { request, sample }: Pick<KnownCommand, 'request' | 'sample'>): string | undefined {
  const paths = [...pathsOf(request).map(({ path }) => path), ...pathsIn(sample, '')];
  return paths.find((path) => path.endsWith(`.${name}`))?.replaceAll('[]', '[0]');
}

function pathsIn(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${at}[]`));
  if (!isObject(value)) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, at === '' ? key : `${at}.${key}`));
}
