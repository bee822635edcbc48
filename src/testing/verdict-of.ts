import { allow, drop, refuse, rewrite, type Verdict } from '../catalogue/verdict';
import type { Conclusion } from '../sender';

/**
 * The verdict that a reply amounts to, in the words of a handler; undefined where the sender takes it for none: after the
 * fact, when the callback failed, and for a reply of which no document gives the effect.
 */
export function verdictOf(conclusion: Conclusion): Verdict | undefined {
  switch (conclusion.result) {
    case 'allowed':
      return allow();
    case 'dropped':
      return drop();
    case 'rewritten':
      return rewrite(conclusion.fields);
    case 'refused': {
      const { code, info, detail } = conclusion;
      return refuse({ code, ...(info !== '' && { info }), ...(detail !== '' && { detail }) });
    }
    default:
      return undefined;
  }
}
