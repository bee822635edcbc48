import * as E from 'fp-ts/lib/Either.js';
import type { AnyCommand } from '../command';
import type { Load } from '../load';
import type { Arrived, Step } from '../pipeline';
import type { CommandNames } from './find-command';

type Needs = Arrived & { query: object };

/**
 * Lets in what there is room for. It stands behind the checks, so that a forged call takes no place, and before the body
 * is read, so that what is turned away costs next to nothing. The command is looked up in the URL alone: the answer
 * to a before-callback that is turned away is a verdict, not an error.
 */
export function shedLoad(
  load: Load,
  index: ReadonlyMap<string, AnyCommand>,
  namesIn: CommandNames,
): Step<Needs, { admitted: true }> {
  return function shedLoad(known) {
    if (load.enter()) return E.right({ admitted: true });
    const wire = namesIn({ ...known, body: {} }).find((name) => name !== undefined && name !== '');
    const entry = wire === undefined ? undefined : index.get(wire);
    return E.left({ kind: load.draining ? 'draining' : 'overloaded', entry, running: load.running });
  };
}
