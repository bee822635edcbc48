import * as E from 'fp-ts/lib/Either.js';
import { type Failure, shown } from '../../callback/failure';
import type { AnyCommand } from '../../catalogue/command';
import type { Arrived, Step } from '../pipeline';
import type { JsonObject } from './parse-body';

type Needs = Arrived & { query: object; body: JsonObject };

/** Where one callback names its command: the query, the path, the body; `undefined` where a place names none. */
export type CommandNames = (known: Needs) => readonly (string | undefined)[];

export interface Found {
  /** The name as it arrived; the first place that has one wins, they all mean the same command. */
  wire: string;
  /** `undefined`: a command the catalogue does not know, which is acknowledged and passed to `onUnknownCommand`. */
  command: AnyCommand | undefined;
}

/** Finds the command in the catalogue. All places that name one must agree; two spellings of one command do agree. */
export function findCommand(index: ReadonlyMap<string, AnyCommand>, namesIn: CommandNames): Step<Needs, Found> {
  return function findCommand(known) {
    const names = namesIn(known).filter((name) => name !== undefined && name !== '') as string[];
    const [wire] = names;
    if (wire === undefined) return E.left({ kind: 'noCommand' });
    const command = index.get(wire);
    for (const name of names) {
      const same = name === wire || (command !== undefined && index.get(name) === command);
      if (!same) return E.left({ kind: 'commandMismatch', commands: names.map(shown) } satisfies Failure);
    }
    // A name nobody knows goes to logs and keys as it is shown, however long it was.
    return E.right({ wire: command === undefined ? shown(wire) : wire, command });
  };
}
