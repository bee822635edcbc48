import * as E from 'fp-ts/lib/Either.js';
import { type AnyCommand, indexByWire } from '../../../../src/catalogue/command';
import { makeAdmission } from '../../../../src/flow/admission';
import { nameCommand, shedLoad } from '../../../../src/flow/steps';
import { openimCommands } from '../../../../src/vendors/openim';
import { request, resultOf } from '../../../support/flow/arrived';

const index = indexByWire(openimCommands);
const before = index.get('callbackBeforeSendGroupMsgCommand');
const echoed = index.get('callbackBeforeSetGroupInfoCommand');

/** Names the command by what stands in the URL, as the lists do, and lets it in or not. */
async function shed(admission: ReturnType<typeof makeAdmission>, names: (string | undefined)[]) {
  const named = await resultOf(nameCommand(index, () => names)({ request, query: {} }));
  if (E.isLeft(named)) throw new Error('naming a command never fails');
  return { command: named.right.command, result: await resultOf(shedLoad(admission)(named.right)) };
}

describe('shedLoad', () => {
  it('lets in while there is room, and takes a place', async () => {
    const admission = makeAdmission(1);
    const { result } = await shed(admission, []);
    expect([result, admission.running]).toEqual([E.right({ admitted: true, shed: undefined }), 1]);
  });

  it.each<[string, (string | undefined)[], AnyCommand | undefined]>([
    ['a known command, so that the answer can be a verdict', [undefined, before?.wire], before],
    ['no command for a name nobody knows', ['tomorrow'], undefined],
    ['no command where the URL names none', [undefined, ''], undefined],
  ])('turns away with %s', async (_name, names, command) => {
    const admission = makeAdmission(1);
    admission.enter();
    const found = await shed(admission, names);
    expect([found.result, found.command]).toEqual([E.left({ kind: 'overloaded', running: 1 }), command]);
    void admission.drain(0);
    expect((await shed(admission, names)).result).toEqual(E.left({ kind: 'draining', running: 1 }));
  });

  it('has the body read where the reply is made from it, room or not, and says why no handler is to be called', async () => {
    const admission = makeAdmission(1);
    admission.enter();
    const { result } = await shed(admission, [echoed?.wire]);
    expect(admission.running).toBe(2);
    expect(result).toEqual(E.right({ admitted: true, shed: { kind: 'overloaded', running: 1 } }));
  });
});
