import * as E from 'fp-ts/lib/Either.js';
import { allow, drop, refuse, rewrite } from '../../../src';
import { checkVerdict } from '../../../src/callback/check-verdict';
import { indexByWire } from '../../../src/catalogue/command';
import { openimCommands } from '../../../src/vendors/openim';
import { tencentCommands } from '../../../src/vendors/tencent';

const index = indexByWire([...tencentCommands, ...openimCommands]);
const command = (wire: string) => {
  const found = index.get(wire);
  if (found === undefined) throw new Error(wire);
  return found;
};
const group = command('Group.CallbackBeforeSendMsg');
const openim = command('callbackBeforeSendGroupMsgCommand');
const bad = (reason: string, meant?: object) => E.left({ kind: 'badVerdict', reason, meant });

describe('checkVerdict lets pass', () => {
  it.each([
    [group, allow(), 'allowed'],
    [group, refuse(), 'refused'],
    [group, refuse({ code: 1 }), 'refused'],
    [group, refuse({ code: 10100, info: 'spam' }), 'refused'],
    [group, refuse({ code: 10200 }), 'refused'],
    [group, drop(), 'dropped'],
    [group, rewrite({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }] }), 'rewritten'],
    [group, rewrite({}), 'rewritten'],
    [openim, refuse({ code: 20001 }), 'refused'],
    [openim, refuse({ code: 29999, detail: 'rule 7' }), 'refused'],
  ])('%#', (entry, verdict, outcome) =>
    expect(checkVerdict(entry, verdict, {})).toEqual(E.right({ verdict, outcome })),
  );
});

describe('checkVerdict stops', () => {
  const range = 'its codes are 10100 to 10200, or none';
  const write = 'return allow(), refuse({…}), rewrite({…}) or drop()';
  const none = (what: string) =>
    bad(`the handler returned ${what}, which is no verdict, so the failure policy decides: ${write}`);
  const fields = 'rewrite of Group.CallbackBeforeSendMsg';
  it.each([
    [group, undefined, bad(`the handler returned nothing, so the failure policy decides: ${write}`)],
    [group, true, none('true')],
    [group, { verdict: 'toString' }, none('an object')],
    [group, null, none('null')],
    [group, 'refuse', none('a string')],
    [group, allow, bad('the handler returned a function, not what it gives: call it, e.g. return allow()')],
    [
      group,
      refuse({ message: 'no spam' } as never),
      bad(
        "a refusal has no message: write refuse({ info: '…' }), with code and detail where they are wanted",
        refuse(),
      ),
    ],
    [openim, (rewrite as () => unknown)(), bad(`${openim.wire} does not support rewrite()`)],
    [group, refuse({ code: 0 }), bad(`${group.wire} cannot be refused with code 0; ${range}`, refuse())],
    [
      group,
      refuse({ code: 2, info: 'x' }),
      bad(`${group.wire} cannot be refused with code 2; ${range}`, refuse({ info: 'x' })),
    ],
    [group, refuse({ code: 10100.5 }), bad(`${group.wire} cannot be refused with code 10100.5; ${range}`, refuse())],
    [
      group,
      refuse({ code: '10100' as never }),
      bad(`${group.wire} cannot be refused with code string; ${range}`, refuse()),
    ],
    [group, refuse({ info: 7 as never }), bad('info and detail of a refusal are strings', refuse())],
    [openim, drop(), bad(`${openim.wire} does not support drop(); return refuse() instead`, refuse())],
    [openim, rewrite({ content: 'x' }), bad(`${openim.wire} does not support rewrite()`)],
    [
      group,
      rewrite({ Text: 'x' }),
      bad(`${group.wire} does not read the field Text; it reads MsgBody, CloudCustomData`),
    ],
    [group, rewrite({ CloudCustomData: {} }), bad(`${fields}: CloudCustomData: expected text, got object`, refuse())],
    [group, rewrite({ CloudCustomData: 7 }), bad(`${fields}: CloudCustomData: expected text, got number`, refuse())],
    [group, rewrite({ MsgBody: [{}] }), bad(`${fields}: MsgBody.0.MsgType: expected text, got nothing`, refuse())],
    [
      group,
      rewrite(null as never),
      bad('rewrite() was given no changes: write rewrite({ … }) with some of MsgBody, CloudCustomData', refuse()),
    ],
  ])('%#', (entry, verdict, failure) => {
    expect(checkVerdict(entry, verdict, {})).toEqual(failure);
  });
});
