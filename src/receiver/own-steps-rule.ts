import type { KnownAfter } from '../flow/own-step';
import type { Rule } from '../options/check';

/** The steps that one of the host's own can follow; the compiler holds the list against the type. */
const places: Readonly<Record<keyof KnownAfter, true>> = {
  captureOperationID: true,
  verifyQuery: true,
  parseBody: true,
  decodeRequest: true,
};

export const ownStepsRule: Rule = (value) => {
  if (!Array.isArray(value)) return `a list, e.g. [{ after: 'verifyQuery', run: lookUpTenant }]`;
  for (const step of value as readonly unknown[]) {
    const { after, run } = (step ?? {}) as { after?: unknown; run?: unknown };
    if (typeof run !== 'function') return 'a list of { after, run }, where run is a function';
    if (typeof after !== 'string' || !Object.hasOwn(places, after))
      return `a list of { after, run }, where after is one of ${Object.keys(places).join(', ')}`;
  }
  return undefined;
};
