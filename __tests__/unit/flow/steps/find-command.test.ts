import * as E from 'fp-ts/lib/Either.js';
import { indexByWire } from '../../../../src/catalogue/command';
import { findCommand } from '../../../../src/flow/steps';
import { openimCommands } from '../../../../src/vendors/openim';
import { arrived } from '../../../support/flow/arrived';

const index = indexByWire(openimCommands);
const now = 'callbackAfterGroupMsgReadCommand';
const then = 'callbackGroupMsgReadCommand';
const find = (...names: (string | undefined)[]) => findCommand(index, () => names)({ ...arrived, query: {}, body: {} });

describe('findCommand', () => {
  it.each([
    ['one name', [undefined, now], now],
    ['an alias, keeping the name that arrived', [then], then],
    ['two spellings of one command', [now, then], now],
    ['empty names left out', ['', now], now],
  ])('finds %s', (_name, names, wire) => expect(find(...names)).toEqual(E.right({ wire, command: index.get(now) })));

  it('finds nothing for a name nobody knows, which is no failure', () =>
    expect(find('tomorrow', 'tomorrow')).toEqual(E.right({ wire: 'tomorrow', command: undefined })));

  it('stops where nobody names one', () => expect(find(undefined, '')).toEqual(E.left({ kind: 'noCommand' })));

  it.each([
    [now, 'callbackBeforeSendGroupMsgCommand'],
    [now, 'tomorrow'],
    ['tomorrow', 'yesterday'],
    ['constructor', '__proto__'],
  ])('stops where %s and %s are named', (a, b) =>
    expect(find(a, b)).toEqual(E.left({ kind: 'commandMismatch', commands: [a, b] })),
  );
});
