/** Two different events never share a key, whatever characters their IDs are of: all commands, any IDs. */
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { DecodedEvent } from '../../../src/callback/event';
import type { AnyCommand } from '../../../src/catalogue/command';
import { FieldsType } from '../../../src/codecs';
import { parseJson } from '../../../src/flow/parse-json';
import { allCommands } from '../../../src/vendors/commands';

type Body = Readonly<Record<string, unknown>>;
type Path = readonly string[];

function decoded({ request }: AnyCommand, body: unknown): Body {
  // As it comes off the wire.
  const result = request.decode(parseJson(Buffer.from(JSON.stringify(body)).toString()));
  if (E.isLeft(result)) throw new Error('it does not decode');
  return result.right;
}

function eventOf(command: AnyCommand, body: unknown): DecodedEvent {
  const { vendor, wire } = command;
  const appId = vendor === 'tencent' ? '1400000001' : undefined;
  const source = { vendor, wire, query: {}, operationID: 'op-1', appId, receivedAt: 0, startedAt: 0 };
  return new DecodedEvent(source, command, decoded(command, body), 1000);
}

function leavesOf(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string' || typeof value === 'number') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...at, key]));
}

/** A copy with another value there; with `undefined`, without the field. */
function withValue(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((part, i) => (String(i) === key ? withValue(part, rest, by) : part));
  const object = value as Body;
  return { ...object, [key]: withValue(object[key], rest, by) };
}

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((part, key) => (part as Body)?.[key], value);

/** The sample, and a value for each text and number at the top that it lacks. */
function fullBody({ request, sample }: AnyCommand): Body {
  const optional = request instanceof FieldsType ? Object.entries<{ name: string }>(request.optional) : [];
  const values: Readonly<Record<string, unknown>> = { text: 'there', integer: 5 };
  return { ...Object.fromEntries(optional.map(([key, { name }]) => [key, values[name]])), ...sample };
}

/** The fields of a command's body of which its key is made. */
function keyPaths(command: AnyCommand, full: Body): Path[] {
  const isPart = (path: Path) => {
    const mark = typeof at(full, path) === 'number' ? 987_654_321 : 'a mark';
    const { key } = command.identity(decoded(command, withValue(full, path, mark)));
    return key?.includes(mark) ?? false;
  };
  return leavesOf(full).filter((path) => !/^callbackCommand$/i.test(path[0] ?? '') && isPart(path));
}

const named = allCommands.map((command) => {
  const full = fullBody(command);
  return { wire: command.wire, command, full, paths: keyPaths(command, full) };
});
const withKey = named.filter(({ paths }) => paths.length > 0);

const odd = [
  '',
  '-',
  '~',
  '~a',
  '%2D',
  '%7E',
  '%7Ea',
  '/',
  '//',
  'a/b',
  '.',
  '..',
  ' ',
  'é',
  'e\u0301',
  '\u0000',
  '\ufffd',
];
const halves = ['\ud800', '\udfff', '\ud800\ud800', 'a\udc00', '\ud83d\ude00', '\ude00\ud83d'];
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const anyId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...odd) },
  { weight: 4, arbitrary: fc.constantFrom(...halves) },
  fc.string({ unit: codeUnit, maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('-', '/', '~', '%', '2', 'D', 'a'), maxLength: 4 }),
  fc.constantFrom('x', 'y').map((end) => 'long'.repeat(200) + end),
);
const anyNumber = fc.integer({ min: 0, max: 3 });

/** Values for the fields, and the same but for one of them. A field of text may be absent. */
function assignments(full: Body, paths: readonly Path[]) {
  const values = paths.map((path) =>
    typeof at(full, path) === 'number' ? anyNumber : fc.option(anyId, { nil: undefined, freq: 4 }),
  );
  const change = fc.nat(paths.length - 1).chain((i) => fc.tuple(fc.constant(i), values[i] ?? anyId));
  return fc.tuple(fc.tuple(...values), change).map(([one, [i, value]]) => [one, one.with(i, value)] as const);
}

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };

describe.each(withKey)('$wire', ({ command, full, paths }) => {
  const bodyWith = (values: readonly unknown[]) =>
    paths.reduce<unknown>((body, path, i) => withValue(body, path, values[i]), full);
  /** An empty field says no more than one that is not there. */
  const meant = (values: readonly unknown[]) => JSON.stringify(values.map((value) => value || null));

  it('has a key of two parts at least', () => {
    expect(command.identity(decoded(command, command.sample)).key?.length).toBeGreaterThanOrEqual(2);
  });

  it('has different keys for different events, and one for one', () => {
    fc.assert(
      fc.property(assignments(full, paths), ([one, two]) => {
        const [body, other] = [bodyWith(one), bodyWith(two)];
        if (!E.isRight(command.request.decode(body)) || !E.isRight(command.request.decode(other))) return;
        const [first, second, again] = [body, other, body].map((from) => eventOf(command, from));
        if (meant(one) !== meant(two)) expect(first?.key).not.toBe(second?.key);
        if (first?.isIdentified && !meant(one).includes('\ufffd')) expect(first.key).toBe(again?.key);
        expect(first?.key).toMatch(/^[\x21-\x7e]+$/);
      }),
      runs,
    );
  });
});

describe('conversations', () => {
  const topics = fc.option(anyId, { nil: undefined });
  it('of different groups and topics are different, and can be read back', () => {
    const command = allCommands.find(({ wire }) => wire === 'Group.CallbackAfterSendMsg') as AnyCommand;
    const conversation = (GroupId: string, TopicId: string | undefined) =>
      eventOf(command, { GroupId, TopicId, From_Account: 'a', MsgBody: [] }).conversation ?? '';
    fc.assert(
      fc.property(anyId, topics, anyId, topics, (group, topic, otherGroup, otherTopic) => {
        const [one, two] = [conversation(group, topic), conversation(otherGroup, otherTopic)];
        const same = group === otherGroup && (topic || undefined) === (otherTopic || undefined);
        expect(one === two).toBe(same);
        expect(() => one.split('/').map(decodeURIComponent)).not.toThrow();
      }),
      runs,
    );
  });
});
