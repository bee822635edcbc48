import { isObject, pathsOf } from '../../codecs';
import { nearestName } from '../../options/nearest-name';
import type { KnownCommand } from '../../vendors/commands';
import { namesIn } from './set-path';

/**
 * A hint where `--set` names a field that the command does not have, and nearly one that it has. It is sent all the same: a
 * server of tomorrow may send it.
 */
export function mistypedField({ sample, request }: KnownCommand, assignment: string): string | undefined {
  const known = new Set(pathsOf(request).flatMap(({ path }) => path.replaceAll('[]', '').split('.')));
  let place: unknown = sample;
  for (const name of namesIn(assignment)) {
    const inside = Array.isArray(place) ? place[Number(name)] : isObject(place) ? place[name] : undefined;
    if (inside === undefined && isObject(place) && !known.has(String(name))) {
      const meant = nearestName(String(name), Object.keys(place));
      return meant && `The sample has no field ${name}; did you mean ${meant}?`;
    }
    place = inside;
  }
  return undefined;
}
