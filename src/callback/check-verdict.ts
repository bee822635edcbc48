import * as E from 'fp-ts/lib/Either.js';
import type { AnyCommand } from '../catalogue/command';
import { type Refuse, refuse, type Verdict } from '../catalogue/verdict';
import { FieldsType, firstMisfit, isObject } from '../codecs';
import { textOf } from './event';
import { type Failure, sentence, shown } from './failure';
import type { Outcome } from './outcome';

export interface Judged {
  verdict: Verdict | undefined;
  outcome: Outcome;
}

const outcomes = { allow: 'allowed', refuse: 'refused', rewrite: 'rewritten', drop: 'dropped' } as const;

/**
 * Holds what a handler returned against its command. The types catch most of it at compile time; numbers, and handlers
 * that serve two vendors, show only here. Where the handler plainly meant to stop the operation, the failure says so.
 */
export function checkVerdict(command: AnyCommand, returned: unknown, body: unknown): E.Either<Failure, Judged> {
  if (command.phase === 'after') return E.right({ verdict: undefined, outcome: 'handled' });
  if (!isVerdict(returned))
    return bad('the handler returned no verdict: return allow(), refuse({…}), rewrite({…}) or drop()');
  const failure = problemWith(command, returned, body);
  return failure === undefined ? E.right({ verdict: returned, outcome: outcomes[returned.verdict] }) : failure;
}

function problemWith(command: AnyCommand, verdict: Verdict, body: unknown): E.Either<Failure, never> | undefined {
  switch (verdict.verdict) {
    case 'allow':
      return undefined;
    case 'drop':
      return command.drops ? undefined : bad(`${command.wire} knows no drop(); return refuse() instead`, refuse());
    case 'refuse':
      return problemWithRefusal(command, verdict);
    case 'rewrite':
      return problemWithChanges(command, verdict.fields, body);
  }
}

function problemWithRefusal({ wire, refusal }: AnyCommand, { code, info, detail }: Refuse) {
  const plainly = refuse({ info: textOnly(info), detail: textOnly(detail) });
  if (textOnly(info) !== info || textOnly(detail) !== detail)
    return bad('info and detail of a refusal are strings', plainly);
  if (code === undefined || code === refusal.plain) return undefined;
  const [first, last] = refusal.own ?? [refusal.plain, refusal.plain];
  if (Number.isInteger(code) && code >= first && code <= last) return undefined;
  const range = first === last ? `${first}` : `${first} to ${last}, or none`;
  return bad(
    `${wire} cannot be refused with code ${typeof code === 'number' ? code : typeof code}; its codes are ${range}`,
    plainly,
  );
}

function problemWithChanges({ wire, rewrite, checkRewrite }: AnyCommand, changes: object, body: unknown) {
  if (!(rewrite instanceof FieldsType)) return bad(`${wire} reads no changes, so it cannot be rewritten`);
  const known = Object.keys({ ...rewrite.required, ...rewrite.optional });
  const strange = Object.keys(changes ?? {}).find((key) => !known.includes(key));
  if (strange !== undefined)
    return bad(`${wire} does not read the field ${shown(strange)}; it reads ${known.join(', ')}`);
  if (textOf(changes) === undefined) return bad(`rewrite of ${wire}: the changes cannot be written as JSON`);
  // `is`, not `decode`: what goes out must be exact, what comes in may be lenient.
  if (!rewrite.is(changes)) {
    const problem = firstMisfit(rewrite, changes) ?? { path: '', expected: rewrite.name, got: 'something else' };
    return bad(`rewrite of ${wire}: ${sentence(problem)}`);
  }
  const wrong = checkRewrite?.(changes, body);
  return wrong === undefined ? undefined : bad(`rewrite of ${wire}: ${wrong}`);
}

/** What a handler passes on from a body may be anything, and must not be asked to become a string. */
function textOnly(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isVerdict(u: unknown): u is Verdict {
  return isObject(u) && typeof u.verdict === 'string' && Object.hasOwn(outcomes, u.verdict);
}

function bad(reason: string, meant?: Refuse): E.Either<Failure, never> {
  return E.left({ kind: 'badVerdict', reason, meant });
}
