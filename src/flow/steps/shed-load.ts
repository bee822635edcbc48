import type { Failure } from '../../callback/failure';
import type { AnyCommand } from '../../catalogue/command';
import type { Load } from '../admission';
import type { Arrived, LearningMiddleware } from '../pipeline';
import { recordOf } from '../record';
import type { CommandNames } from './find-command';

type Needs = Arrived & { query: object };

/**
 * Lets in what there is room for. It stands behind the checks, so that a forged call takes no place, and before the body
 * is read, so that what is turned away costs next to nothing. The command is looked up in the URL alone, and put into the
 * record: the answer to a before-callback that is turned away is a verdict, not an error. The few commands whose reply
 * is made from the body (an echo, one result for each user) have it read all the same, since without it the reply would
 * break the operation; their handler is not called.
 */
export function shedLoad(
  load: Load,
  index: ReadonlyMap<string, AnyCommand>,
  namesIn: CommandNames,
): LearningMiddleware<Needs, { admitted: boolean }> {
  return function shedLoad(_req, res, next, record = recordOf(res)) {
    if (record === undefined) return next(new Error('shedLoad ran before the record was opened'));
    if (load.enter()) {
      record.admitted = true;
      return next();
    }
    const names = namesIn({ ...record, query: record.query ?? {}, body: {} });
    record.wire = names.find((name) => name !== undefined && name !== '');
    record.command = index.get(record.wire ?? '');
    const shed: Failure = { kind: load.draining ? 'draining' : 'overloaded', running: load.running };
    if (record.command?.reply === undefined) return next(shed);
    record.shed = shed;
    load.extend();
    record.admitted = true;
    next();
  };
}
