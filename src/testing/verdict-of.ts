import { allow, drop, refuse, rewrite, type Verdict } from '../catalogue/verdict';
import type { Conclusion } from '../sender';

/** What the reply is compared with. */
export interface Refusing {
  /** The code of a refusal without one of its own. */
  readonly plainCode: number;
  /** What the handler returned, where it can be seen. */
  readonly returned: Verdict | undefined;
}

/**
 * The verdict that a reply stands for, equal to what the handler returned. Undefined where the sender reads no verdict
 * from the reply: after the fact, when the callback failed, and when no document describes the effect of the reply.
 */
export function verdictOf(conclusion: Conclusion, { plainCode, returned }: Refusing): Verdict | undefined {
  switch (conclusion.result) {
    case 'allowed':
      return allow();
    case 'dropped':
      return drop();
    case 'rewritten':
      return rewrite(conclusion.fields);
    case 'refused': {
      const { code, info, detail } = conclusion;
      // A handler may have written the plain code, or none, which is the same on the wire.
      const isWritten = returned?.verdict === 'refuse' && returned.code === code;
      const own = code === plainCode && !isWritten ? undefined : code;
      return refuse({ code: own, ...(info !== '' && { info }), ...(detail !== '' && { detail }) });
    }
    default:
      return undefined;
  }
}
