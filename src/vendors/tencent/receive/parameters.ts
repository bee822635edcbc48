import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { Failure } from '../../../callback/failure';
import { decoded } from '../../../callback/http-request';

/** What only the checks see. */
export interface TencentProof {
  readonly Sign: string | undefined;
  readonly RequestTime: string | undefined;
}

export interface Parameters {
  readonly query: Readonly<Record<string, string>>;
  readonly proof: TencentProof;
}

/** Our spelling, in the order in which they come (1047/34354); `RequestId` is in no document. */
const names = [
  'SdkAppid',
  'CallbackCommand',
  'contenttype',
  'ClientIP',
  'OptPlatform',
  'Sign',
  'RequestTime',
  'RequestId',
] as const;

/**
 * Collects our parameters whatever their case. One that is there twice, in whatever cases and also where it is empty, is
 * refused: two readers of the same URL could each take another one. One that is there once, and empty, counts as absent.
 * The app's own parameters are left alone.
 *
 * One pass over the text, since a list of all parameters, made first, and a look for each of its names take twice as long.
 */
export function readParameters(search: string): Either<Failure, Parameters> {
  const query: Record<string, string> = {};
  const proof: { -readonly [K in keyof TencentProof]: TencentProof[K] } = { Sign: undefined, RequestTime: undefined };
  const isEscaped = search.includes('%') || search.includes('+');
  let seen = 0; // a bit for each of the names
  let equals = -1; // where the next equals sign is; never looked for twice
  for (let start = 0, end = 0; start < search.length; start = end + 1) {
    end = placeOf('&', search, start);
    if (equals < start) equals = placeOf('=', search, start);
    const nameEnd = Math.min(equals, end);
    const place = placeOfName(search, start, nameEnd);
    const name = names[place];
    if (name === undefined) continue;
    if ((seen & (1 << place)) !== 0) return left({ kind: 'repeatedParameter', parameter: name });
    seen |= 1 << place;
    const sent = search.slice(nameEnd + 1, end);
    const value = isEscaped ? decoded(sent) : sent;
    if (value === '') continue;
    if (name === 'Sign' || name === 'RequestTime') proof[name] = value;
    else query[name] = value;
  }
  return right({ query, proof });
}

/** The end of the text where there is none. */
function placeOf(sign: string, text: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found === -1 ? text.length : found;
}

/** Which of our names stands there, -1 for any other. In our spelling, as nearly always, it need not be cut out. */
function placeOfName(text: string, start: number, end: number): number {
  for (let place = 0; place < names.length; place++) {
    const name = names[place] as string; // the loop ends before it is undefined
    if (name.length === end - start && text.startsWith(name, start)) return place;
  }
  return placeOfSpelling(decoded(text.slice(start, end)));
}

const inLowerCase = names.map((name) => name.toLowerCase());

/** Prose and tables of the documents spell SdkAppid in three ways. ASCII only: a Kelvin sign is a small k, too, when it is lowered. */
function placeOfSpelling(name: string): number {
  return /^[A-Za-z]+$/.test(name) ? inLowerCase.indexOf(name.toLowerCase()) : -1;
}
