/** Any body that `arbitrary` makes of any command decodes, whole, and what it decodes to is a legal body again. */
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { imCallbacks } from '../../../src';
import { DecodedEvent } from '../../../src/callback/event';
import { type AnyCommand, indexByWire } from '../../../src/catalogue/command';
import { fields, withDropped } from '../../../src/codecs';
import { parseJson } from '../../../src/flow/parse-json';
import { arbitrary, type CommandName, deliver } from '../../../src/testing';
import { codecArbitrary } from '../../../src/testing/codec-arbitrary';
import { commands } from '../../../src/vendors/commands';
import { openimCommands } from '../../../src/vendors/openim';
import { tencentCommands } from '../../../src/vendors/tencent';

const index = indexByWire([...tencentCommands, ...openimCommands]);
const names = commands.map(({ command }) => command as CommandName);
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 40) };

function entry(name: string): AnyCommand {
  const found = index.get(name);
  if (found === undefined) throw new Error(`${name} is not in the catalogue`);
  return found;
}

it.each(names)('%s decodes without a loss, and round-trips', (name) => {
  const command = entry(name);
  const { request } = command;
  fc.assert(
    fc.property(arbitrary(name), (body) => {
      const arrived = parseJson(JSON.stringify(body));
      const { result, dropped } = withDropped(() => request.decode(arrived));
      if (E.isLeft(result)) throw new Error('it does not decode');
      expect(dropped).toEqual([]);
      expect(request.is(result.right)).toBe(true);
      const again = request.decode(parseJson(JSON.stringify(request.encode(result.right))));
      expect(again).toEqual(E.right(result.right));
      const source = { vendor: command.vendor, wire: name, query: {}, operationID: 'o', appId: '1' };
      const event = new DecodedEvent({ ...source, receivedAt: 0, startedAt: 0 }, command, result.right, 1000);
      expect(event.key.startsWith(`${command.vendor}/1/${name}/`)).toBe(true);
    }),
    runs,
  );
});

it('makes optional fields that are there, missing and null, and lists that are null', () => {
  const bodies = fc.sample(arbitrary('callbackAfterSendGroupMsgCommand'), { numRuns: 200, seed: 1 });
  const lists = new Set(bodies.map(({ atUserList }) => (Array.isArray(atUserList) ? 'list' : `${atUserList}`)));
  expect(lists).toEqual(new Set(['list', 'null', 'undefined']));
  expect(new Set(bodies.map(({ seq }) => typeof seq))).toEqual(new Set(['number', 'string', 'object', 'undefined']));
});

it('reaches every known message element, and others', () => {
  const bodies = fc.sample(arbitrary('C2C.CallbackAfterSendMsg'), { numRuns: 400, seed: 2 });
  const types = new Set(bodies.flatMap(({ MsgBody }) => MsgBody ?? []).map(({ MsgType }) => MsgType));
  for (const known of ['TIMTextElem', 'TIMImageElem', 'TIMRelayElem']) expect(types).toContain(known);
  expect([...types].some((type) => !type.startsWith('TIM'))).toBe(true);
});

it('arrives over HTTP as it was made', async () => {
  const received: unknown[] = [];
  const failures: string[] = [];
  const callbacks = imCallbacks({
    tencent: { sdkAppId: 1400000001 },
    openim: {},
    onAny: ({ body }) => received.push(body),
    onFailure: ({ kind }) => failures.push(kind),
  });
  for (const name of names.filter((_, i) => i % 12 === 0)) {
    for (const body of fc.sample<object>(arbitrary(name) as fc.Arbitrary<object>, { numRuns: 3, seed: 3 })) {
      const { status } = await deliver(callbacks, name, body as never);
      expect([name, status, failures]).toEqual([name, 200, []]);
    }
  }
  expect(received.length).toBeGreaterThan(30);
});

it('refuses a codec it does not know, by name', () => {
  const strange = new t.Type<number, number, unknown>('strange', t.number.is, t.number.validate, t.identity);
  expect(() => codecArbitrary(fc, fields('body', { a: strange }), 'x')).toThrow(
    new TypeError('no arbitrary is known for the codec strange (Type)'),
  );
});
