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
 * Admits requests while there is room. It runs after the checks, so that a forged call takes no place, and before the body is
 * read, so that a rejected request costs next to nothing. The few commands whose reply is made from the body (an echo, one result
 * for each user) have it read anyway, since without it the reply would break the operation; their handler is not called. As many
 * of these as the limit are admitted on top; beyond that the limit matters more than the operation.
 */
export function shedLoad(admission: Admission): Step<{ command: AnyCommand | undefined }, Admitted> {
  return function shedLoad({ command }) {
    if (admission.enter()) return right({ admitted: true, shed: undefined });
    const shed: CoreFailure = { kind: admission.draining ? 'draining' : 'overloaded', running: admission.running };
    if (command?.reply === undefined || !admission.enterForReply()) return left(shed);
    return right({ admitted: true, shed });
  };
}
