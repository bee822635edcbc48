import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AnyCommand, indexByWire } from '../../../../src/catalogue/command';
import { makeAdmission } from '../../../../src/flow/admission';
import { CallbackRecord, keepRecord } from '../../../../src/flow/record';
import { shedLoad } from '../../../../src/flow/steps';
import { openimCommands } from '../../../../src/vendors/openim';
import { delivery } from '../../../support/steps/delivery';

const index = indexByWire(openimCommands);
const before = index.get('callbackBeforeSendGroupMsgCommand');
const echoed = index.get('callbackBeforeSetGroupInfoCommand');

/** Runs the middleware on a response that is nothing but its locals, and hands over what it told `next`. */
function shed(admission: ReturnType<typeof makeAdmission>, names: (string | undefined)[]) {
  const res = {} as ServerResponse;
  const record = new CallbackRecord('openim', delivery, 0, 0);
  keepRecord(res, record);
  const told: unknown[] = [];
  shedLoad(admission, index, () => names)({} as IncomingMessage, res, (error) => told.push(error));
  return { record, told };
}

describe('shedLoad', () => {
  it('lets in while there is room, and takes a place', () => {
    const admission = makeAdmission(1);
    const { record, told } = shed(admission, []);
    expect([told, record.admitted, admission.running]).toEqual([[undefined], true, 1]);
  });

  it.each<[string, (string | undefined)[], AnyCommand | undefined]>([
    ['a known command, so that the answer can be a verdict', [undefined, before?.wire], before],
    ['no command for a name nobody knows', ['tomorrow'], undefined],
    ['no command where the URL names none', [undefined, ''], undefined],
  ])('turns away with %s', (_name, names, command) => {
    const admission = makeAdmission(1);
    admission.enter();
    const { record, told } = shed(admission, names);
    expect([told, record.command, record.admitted]).toEqual([[{ kind: 'overloaded', running: 1 }], command, false]);
    void admission.drain(0);
    expect(shed(admission, names).told).toEqual([{ kind: 'draining', running: 1 }]);
  });

  it('has the body read where the reply is made from it, room or not, and says why no handler is to be called', () => {
    const admission = makeAdmission(1);
    admission.enter();
    const { record, told } = shed(admission, [echoed?.wire]);
    expect([told, record.admitted, admission.running]).toEqual([[undefined], true, 2]);
    expect(record.shed).toEqual({ kind: 'overloaded', running: 1 });
  });
});
