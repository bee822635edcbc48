import { left, right } from 'fp-ts/lib/Either.js';
import { type Failure, shown } from '../../callback/failure';
import type { AnyCommand } from '../../catalogue/command';
import type { CallbackRecord } from '../record';
import type { Arrived, Step } from '../step';
import type { JsonObject } from './parse-body';

type Verified = Pick<Arrived, 'request'> & { query: object };
type Needs = Verified & { body: JsonObject };

/** Where one callback names its command: the query, the path, the body; `undefined` where a place names none. */
export type CommandNames = (known: Needs) => readonly (string | undefined)[];

export interface Found {
  /** The name as it arrived; the first place that has one wins, they all mean the same command. */
  wire: string;
  /** `undefined`: a command the catalogue does not know, which is acknowledged and passed to `onUnknownCommand`. */
  command: AnyCommand | undefined;
}

const noBody: JsonObject = Object.freeze({});

/**
 * Looks the command up by the URL alone, before the body is read: the answer to an authentic before-callback whose body cannot be
 * read is a verdict. It is no error when the URL names no command, or an unknown one: the body may name it.
 */
export function nameCommand(
  index: ReadonlyMap<string, AnyCommand>,
  namesIn: CommandNames,
): Step<Verified, Pick<CallbackRecord, 'wire' | 'command'>> {
  return function nameCommand({ request, query }) {
    const wire = firstOf(namesIn({ request, query, body: noBody }));
    return right({ wire, command: wire === undefined ? undefined : index.get(wire) });
  };
}

/** Finds the command in the catalogue. All places that name one must agree; two spellings of one command do agree. */
export function findCommand(index: ReadonlyMap<string, AnyCommand>, namesIn: CommandNames): Step<Needs, Found> {
  return function findCommand(known) {
    const names = namesIn(known);
    const wire = firstOf(names);
    if (wire === undefined) return left({ kind: 'noCommand' });
    const command = index.get(wire);
    for (const name of names) {
      if (name === wire || name === undefined || name === '') continue;
      if (command === undefined || index.get(name) !== command) return left(mismatch(names));
    }
    // A name nobody knows goes to logs and keys as it is shown, however long it was.
    return right({ wire: command === undefined ? shown(wire) : wire, command });
  };
}

function firstOf(names: readonly (string | undefined)[]): string | undefined {
  for (const name of names) if (name !== undefined && name !== '') return name;
  return undefined;
}

function mismatch(names: readonly (string | undefined)[]): Failure {
  return { kind: 'commandMismatch', commands: names.flatMap((name) => (name ? [shown(name)] : [])) };
}
