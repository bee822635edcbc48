import * as E from 'fp-ts/lib/Either.js';
import { indexByWire } from '../../../../src/catalogue/command';
import { tencentCommands } from '../../../../src/vendors/tencent';
import { userContradictions } from '../../../support/fixtures/contradictions-users';

const commands = indexByWire(tencentCommands);

describe('what documents contradict each other about', () => {
  it.each(userContradictions.map((row) => [row.wire, row.says, row] as const))('%s: %s', (wire, _says, row) => {
    const request = commands.get(wire)?.request;
    if (request === undefined) throw new Error(`no command ${wire}`);
    const decoded = request.decode(row.body);
    if (E.isLeft(decoded)) throw new Error('this reading does not decode');
    expect(decoded.right).toMatchObject(row.expect);
    expect(request.is(decoded.right)).toBe(true);
  });
});
