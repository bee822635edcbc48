import * as E from 'fp-ts/lib/Either.js';
import { DecodedEvent } from '../../../src/callback/event';
import { type AnyCommand, indexByWire } from '../../../src/catalogue/command';
import { FieldsType, pathsOf, RespeltType } from '../../../src/codecs';
import { fieldsOf } from '../../../src/schema/meaning';
import { openimCommands } from '../../../src/vendors/openim';
import { tencentCommands } from '../../../src/vendors/tencent';
import { openimReference, type ReferenceCommand, tencentReference } from '../../support/fixtures/reference';

const reference = new Map<string, ReferenceCommand>(
  [...tencentReference, ...openimReference].map((entry) => [entry.command, entry]),
);
const catalogue: readonly AnyCommand[] = [...tencentCommands, ...openimCommands];
const only = process.env.ONLY_COMMANDS === undefined ? undefined : new RegExp(process.env.ONLY_COMMANDS);
const checked = catalogue.filter(({ wire }) => only === undefined || only.test(wire));

function eventOf(command: AnyCommand, body: unknown): DecodedEvent {
  const appId = command.vendor === 'tencent' ? '1400000001' : undefined;
  const source = { vendor: command.vendor, wire: command.wire, query: {}, operationID: 'op-1', appId };
  return new DecodedEvent({ ...source, receivedAt: 0, startedAt: 0 }, command, body, 1000);
}

describe.each(checked.map((command) => [command.wire, command] as const))('%s', (wire, command) => {
  const facts = reference.get(wire);

  it('is in the reference, with this phase and these aliases', () => {
    expect(facts).toBeDefined();
    expect(command.phase).toBe(facts?.phase);
    expect([...command.aliases].sort()).toEqual([...(facts?.aliases ?? [])].sort());
    expect(command.confidence).toBe(facts?.confidence);
    expect(command.titleZh).toBe(facts?.titleZh);
  });

  it('has every field of the reference and no other', () => {
    const known = pathsOf(command.request).map(({ path }) => path);
    const wanted = facts?.request.map(({ path }) => path) ?? [];
    if (command.confidence === 'name-only') return expect(known).toEqual([]);
    expect([...new Set(known)].sort()).toEqual([...new Set(wanted)].sort());
  });

  it('says what each field means', () => {
    const silent = fieldsOf(command).filter(({ meaning }) => meaning === undefined);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('explains no field that it does not have', () => {
    const known = new Set(pathsOf(command.request).map(({ path }) => path));
    expect(Object.keys(command.meanings).filter((path) => !known.has(path))).toEqual([]);
  });

  it('reads the samples of the reference, and its own, and takes its own output unchanged', () => {
    const variants = facts?.variants?.map(({ sample }) => sample) ?? [];
    for (const sample of [command.sample, facts?.sample, ...variants]) {
      const decoded = command.request.decode(sample);
      expect(E.isRight(decoded)).toBe(true);
      if (E.isRight(decoded)) expect(command.request.is(decoded.right)).toBe(true);
    }
  });

  it('requires nothing that the reference calls optional', () => {
    const optional = new Set(facts?.request.filter(({ required }) => !required).map(({ path }) => path));
    // A field with two names may come under either: the body needs one of them.
    const renamed = command.request instanceof RespeltType ? Object.values(command.request.firstBySecond) : [];
    const required = pathsOf(command.request).filter(({ path, required }) => required && !path.endsWith('[]'));
    const wrong = required.filter(({ path }) => optional.has(path) && !renamed.includes(path));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('may be rewritten in the fields that the reference names', () => {
    const { rewrite } = command;
    const fields = rewrite instanceof FieldsType ? Object.keys({ ...rewrite.required, ...rewrite.optional }) : [];
    expect(fields.sort()).toEqual([...new Set(facts?.changes)].sort());
  });

  it('declares the secrets that the reference says stand in its body', () => {
    const told = facts?.quirks.flatMap((quirk) => quirk.match(/\b(secret|token)\b(?=[,)]| in the body)/g) ?? []) ?? [];
    expect([...command.secretInBody].sort()).toEqual([...new Set(told)].sort());
  });

  it('makes a key and says when it happened', () => {
    const decoded = command.request.decode(command.sample);
    if (E.isLeft(decoded)) throw new Error('the sample does not decode');
    const event = eventOf(command, decoded.right);
    expect(event.key.split('/').length).toBeGreaterThanOrEqual(3);
    expect(event.key).not.toMatch(/undefined|NaN|\[object/);
    expect(event.conversation ?? '').not.toMatch(/undefined|NaN|\[object/);
    expect(event.occurredAt?.getFullYear() ?? 2024).toBeGreaterThan(2010);
    expect(event.occurredAt?.getFullYear() ?? 2024).toBeLessThan(2040);
  });

  it('has a handler name that is an option and reads as one', () => {
    expect(command.handler).toMatch(command.phase === 'before' ? /^before[A-Z][A-Za-z0-9]+$/ : /^on[A-Z][A-Za-z0-9]+$/);
    expect(command.event).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(command.event).not.toMatch(/^(on|before|after|callback)[A-Z]|Callback|Command/);
  });

  it('has a summary that is a sentence, and a source', () => {
    expect(command.summary).toMatch(/^[A-Z].*\.$/);
    expect(command.source).not.toBe('');
  });
});

describe('the catalogue', () => {
  it('has no two commands of one vendor with the same handler', () => {
    const names = catalogue.map(({ vendor, handler }) => `${vendor} ${handler}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('throws at load when two commands claim one wire name', () => {
    const [first] = catalogue;
    if (first === undefined) throw new Error('the catalogue is empty');
    expect(() => indexByWire([first, { ...first, wire: 'other', aliases: [first.wire] }])).toThrow(
      `catalogue: ${first.wire} stands for both ${first.wire} and other`,
    );
  });
});
