import * as E from 'fp-ts/lib/Either.js';
import { indexByWire } from '../../src/command';
import { makeLoad } from '../../src/load';
import { shedLoad } from '../../src/steps';
import { tencentCommands } from '../../src/vendors/tencent';
import { arrived } from './delivery';

const index = indexByWire(tencentCommands);
const known = { ...arrived, query: {} };
const before = index.get('Group.CallbackBeforeSendMsg');

describe('shedLoad', () => {
  it('lets in while there is room, and takes a place', () => {
    const load = makeLoad(1);
    expect(shedLoad(load, index, () => [])(known)).toEqual(E.right({ admitted: true }));
    expect(load.running).toBe(1);
  });

  it.each([
    ['a known command, so that the answer can be a verdict', [undefined, before?.wire], before],
    ['no command for a name nobody knows', ['tomorrow'], undefined],
    ['no command where the URL names none', [undefined, ''], undefined],
  ])('turns away with %s', (_name, names, entry) => {
    const load = makeLoad(1);
    load.enter();
    const step = shedLoad(load, index, () => names);
    expect(step(known)).toEqual(E.left({ kind: 'overloaded', entry, running: 1 }));
    void load.drain(0);
    expect(step(known)).toEqual(E.left({ kind: 'draining', entry, running: 1 }));
  });
});
