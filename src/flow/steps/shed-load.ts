import { left, right } from 'fp-ts/lib/Either.js';
import type { CoreFailure, Failure } from '../../callback/failure';
import type { AnyCommand } from '../../catalogue/command';
import type { Admission } from '../admission';
import type { Step } from '../step';

export interface Admitted {
  admitted: boolean;
  /** Why its handler is not called, though its body is read for the reply. */
  shed: Failure | undefined;
}

/**
 * Lets in what there is room for. It stands behind the checks, so that a forged call takes no place, and before the body is
 * read, so that what is turned away costs next to nothing. The few commands whose reply is made from the body (an echo, one
 * result for each user) have it read all the same, since without it the reply would break the operation; their handler is
 * not called. Of these, as many again are let in as of all; beyond that the bound counts for more than the operation.
 */
export function shedLoad(admission: Admission): Step<{ command: AnyCommand | undefined }, Admitted> {
  return function shedLoad({ command }) {
    if (admission.enter()) return right({ admitted: true, shed: undefined });
    const shed: CoreFailure = { kind: admission.draining ? 'draining' : 'overloaded', running: admission.running };
    if (command?.reply === undefined || !admission.enterForReply()) return left(shed);
    return right({ admitted: true, shed });
  };
}
