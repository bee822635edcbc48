import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { AnyCommand } from '../catalogue/command';
import { type Answer, type Refuse, refuse, rewrite, type Verdict } from '../catalogue/verdict';
import { FieldsType, firstMisfit, isObject } from '../codecs';
import { jsonOf } from './event-key';
import { type Failure, sentence, shown } from './failure';
import type { Outcome } from './outcome';

export interface Judged {
  verdict: Verdict | undefined;
  outcome: Outcome;
}

const outcomes = { allow: 'allowed', refuse: 'refused', rewrite: 'rewritten', drop: 'dropped' } as const;

/**
 * Holds what a handler returned against its command. The types catch most of it at compile time; numbers, what stands in
 * strings, and handlers that serve two vendors, show only here. Where the handler plainly meant to stop the operation, the
 * failure says so.
 */
export function checkVerdict(command: AnyCommand, returned: unknown, body: unknown): Either<Failure, Judged> {
  if (command.phase === 'after') return checkAnswer(command, returned, body);
  if (!isVerdict(returned)) return bad(`the handler returned ${insteadOfVerdict(returned)}`);
  const failure = problemWith(command, returned, body);
  return failure === undefined ? right({ verdict: returned, outcome: outcomes[returned.verdict] }) : failure;
}

/** An answer goes out as the changes of a rewrite do, as fields beside the plain reply. */
function checkAnswer(command: AnyCommand, returned: unknown, body: unknown): Either<Failure, Judged> {
  const { wire, rewrite: codec } = command;
  if (!(codec instanceof FieldsType) || !isAnswer(returned)) return right({ verdict: undefined, outcome: 'handled' });
  const { fields } = returned;
  const strange = strangeField(codec, fields);
  if (strange !== undefined) return bad(`${wire} does not read the field ${strange}`);
  const problem = problemWithFields(command, codec, fields, body);
  if (problem !== undefined) return bad(`answer to ${wire}: ${problem}`);
  return right({ verdict: rewrite(fields), outcome: 'handled' });
}

function problemWith(command: AnyCommand, verdict: Verdict, body: unknown): Either<Failure, never> | undefined {
  switch (verdict.verdict) {
    case 'allow':
      return undefined;
    case 'drop':
      return command.drops
        ? undefined
        : bad(`${command.wire} does not support drop(); return refuse() instead`, refuse());
    case 'refuse':
      return problemWithRefusal(command, verdict);
    case 'rewrite':
      return problemWithChanges(command, verdict.fields, body);
  }
}

/** What a handler returned that is no verdict, without its content, and what to write. */
function insteadOfVerdict(returned: unknown): string {
  const write = 'return allow(), refuse({…}), rewrite({…}) or drop()';
  if (typeof returned === 'function') return 'a function, not what it gives: call it, e.g. return allow()';
  if (returned === undefined) return `nothing, so the failure policy decides: ${write}`;
  const isShort = returned === null || typeof returned === 'boolean' || typeof returned === 'number';
  const what = isShort ? String(returned) : typeof returned === 'object' ? 'an object' : `a ${typeof returned}`;
  return `${what}, which is no verdict, so the failure policy decides: ${write}`;
}

function problemWithRefusal(
  { wire, refusal }: AnyCommand,
  { verdict: _refuse, code, info, detail, ...others }: Refuse,
) {
  const plainly = refuse({ info: textOnly(info), detail: textOnly(detail) });
  if (textOnly(info) !== info || textOnly(detail) !== detail)
    return bad('info and detail of a refusal are strings', plainly);
  const [other] = Object.keys(others);
  if (other !== undefined)
    return bad(
      `a refusal has no ${shown(other)}: write refuse({ info: '…' }), with code and detail where they are wanted`,
      plainly,
    );
  if (code === undefined || code === refusal.plain) return undefined;
  const [first, last] = refusal.own ?? [refusal.plain, refusal.plain];
  if (Number.isInteger(code) && code >= first && code <= last) return undefined;
  const range = first === last ? `${first}` : `${first} to ${last}, or none`;
  return bad(
    `${wire} cannot be refused with code ${typeof code === 'number' ? code : typeof code}; its codes are ${range}`,
    plainly,
  );
}

/**
 * A field that the vendor does not read is most likely another vendor's, and the policy decides. A value that the vendor
 * cannot use is a slip in what the handler wanted in place of the original, which must not go through then.
 */
function problemWithChanges(command: AnyCommand, changes: object, body: unknown) {
  const { wire, rewrite } = command;
  if (!(rewrite instanceof FieldsType)) return bad(`${wire} does not support rewrite()`);
  if (!isObject(changes))
    return bad(
      `rewrite() was given no changes: write rewrite({ … }) with some of ${fieldsOf(rewrite).join(', ')}`,
      refuse(),
    );
  const strange = strangeField(rewrite, changes);
  if (strange !== undefined) return bad(`${wire} does not read the field ${strange}`);
  const problem = problemWithFields(command, rewrite, changes, body);
  return problem === undefined ? undefined : bad(`rewrite of ${wire}: ${problem}`, refuse());
}

type Fields = FieldsType<unknown, unknown>;

/** A field that the vendor does not read, and those that it does, in words. */
function strangeField(codec: Fields, fields: object): string | undefined {
  const known = fieldsOf(codec);
  const strange = Object.keys(fields ?? {}).find((key) => !known.includes(key));
  return strange === undefined ? undefined : `${shown(strange)}; it reads ${known.join(', ')}`;
}

function fieldsOf({ required, optional }: Fields): string[] {
  return Object.keys({ ...required, ...optional });
}

/** Why the vendor could not use these reply fields, or nothing. */
function problemWithFields(command: AnyCommand, codec: Fields, fields: object, body: unknown): string | undefined {
  const { checkRewrite, ignoredWhenEmpty } = command;
  if (jsonOf(fields) === undefined) return 'the changes cannot be written as JSON';
  // `is`, not `decode`: what goes out must be exact, what comes in may be lenient.
  const fits: boolean = codec.is(fields);
  if (!fits) return sentence(firstMisfit(codec, fields) ?? { path: '', expected: codec.name, got: 'something else' });
  const empty = ignoredWhenEmpty.find((name) => isEmpty(fields[name as keyof typeof fields]));
  if (empty !== undefined) return `an empty ${empty} changes nothing; use refuse() to stop it`;
  return checkRewrite?.(fields, body);
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** What a handler passes on from a body may be anything, and must not be asked to become a string. */
function textOnly(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isVerdict(u: unknown): u is Verdict {
  return isObject(u) && typeof u.verdict === 'string' && Object.hasOwn(outcomes, u.verdict);
}

function isAnswer(u: unknown): u is Answer<object> {
  return isObject(u) && u.verdict === 'answer';
}

function bad(reason: string, meant?: Refuse): Either<Failure, never> {
  return left({ kind: 'badVerdict', reason, meant });
}
