import { imCallbacks } from '../../../src';
import { memoryInbox } from '../../../src/inbox/memory';

const tencent = { sdkAppId: 1400000001 };
const make = imCallbacks as (options: unknown) => unknown;

describe('a wrong option throws when the router is built', () => {
  it.each<[unknown, string]>([
    [
      undefined,
      'the options must be an object, got undefined; write imCallbacks({ tencent: { sdkAppId: 1400000001, token: … }, onGroupMsg })',
    ],
    [
      [],
      'the options must be an object, got an empty list; write imCallbacks({ tencent: { sdkAppId: 1400000001, token: … }, onGroupMsg })',
    ],
    [{ tencent, token: 'x' }, 'there is no option token; did you mean tencent.token? Write tencent: { token: … }'],
    [{ sdkAppId: 1 }, 'there is no option sdkAppId; did you mean tencent.sdkAppId? Write tencent: { sdkAppId: … }'],
    [{ tencent, secret: 's' }, 'there is no option secret; did you mean openim.secret? Write openim: { secret: … }'],
    [{ tencent, onError() {} }, 'there is no option onError; use onFailure for failures'],
    [
      { tencent, 'Group.CallbackAfterSendMsg'() {} },
      'there is no option Group.CallbackAfterSendMsg; the handler of Group.CallbackAfterSendMsg is called onGroupMsg',
    ],
    [{}, 'nobody to receive from; write tencent: { sdkAppId: 1400000001, token: … } or openim: { secret: … }, or both'],
    [
      { onGroupMsg() {} },
      'nobody to receive from; write tencent: { sdkAppId: 1400000001, token: … } or openim: { secret: … }, or both',
    ],
    [{ tencent, onGroupMessage() {} }, 'there is no option onGroupMessage; did you mean onGroupMsg?'],
    [{ tencent, onReadReciept() {} }, 'there is no option onReadReciept; did you mean onReadReceipt?'],
    [{ tencent, ongroupmsg() {} }, 'there is no option ongroupmsg; did you mean onGroupMsg?'],
    [{ tencent, constructor: 1 }, 'there is no option constructor'],
    [{ tencent, entirelyDifferentThing: 1 }, 'there is no option entirelyDifferentThing'],
    [{ tencent, onGroupMsg: 'yes' }, 'option onGroupMsg must be a function; got a string (not shown)'],
    [{ tencent, onFailure: null }, "option onFailure must be a function, or 'silent'; got null"],
    [{ tencent, clock: 7 }, 'option clock must be a function; got 7'],
    [
      { tencent, failurePolicy: 'deny' },
      "option failurePolicy must be 'allow', 'refuse', or one of them for each command; got 'deny'",
    ],
    [
      { tencent, failurePolicy: { 'Group.CallbackAfterSendMsg': 'allow' } },
      "option failurePolicy must be keyed by handlers or wire names of before-commands, or default; Group.CallbackAfterSendMsg is not one of them (did you mean Group.CallbackBeforeSendMsg?); got { 'Group.CallbackAfterSendMsg': 'allow' }",
    ],
    [
      { tencent, failurePolicy: { default: 'deny' } },
      "option failurePolicy must be 'allow' or 'refuse' for default; got { default: 'deny' }",
    ],
    [
      { openim: {}, onOfficialAccountMsg() {} },
      'onOfficialAccountMsg is called by tencent only; add tencent: {…} or drop the handler',
    ],
    [{ tencent: 5 }, 'tencent must be an object, got 5'],
    [{ tencent: null }, 'tencent must be an object, got null'],
    [{ tencent: {} }, 'option tencent.sdkAppId is missing; write e.g. sdkAppId: 1400000001'],
    [
      { tencent: { sdkAppId: Number.NaN } },
      'option tencent.sdkAppId must be your SDKAppID in digits, e.g. 1400000001; got NaN',
    ],
    [
      { tencent: { sdkAppId: '' } },
      'option tencent.sdkAppId must be your SDKAppID in digits, e.g. 1400000001; got an empty string',
    ],
    [
      { tencent: { sdkAppId: 1.5 } },
      'option tencent.sdkAppId must be your SDKAppID in digits, e.g. 1400000001; got 1.5',
    ],
    [
      { tencent: { sdkAppId: undefined } },
      'option tencent.sdkAppId is undefined; is its environment variable set? To do without it, leave it out',
    ],
    [{ tencent: { ...tencent, sdkAppid: 1 } }, 'there is no option tencent.sdkAppid; did you mean sdkAppId?'],
    [
      { tencent: { ...tencent, token: undefined } },
      'option tencent.token is undefined; is its environment variable set? To do without it, leave it out',
    ],
    [
      { tencent: { ...tencent, token: '' } },
      'option tencent.token must be the token of the console, 1 to 128 characters with no blank at either end, or a list of tokens; got an empty string',
    ],
    [
      { tencent: { ...tencent, token: ' s3cret' } },
      'option tencent.token must be the token of the console, 1 to 128 characters with no blank at either end, or a list of tokens; got a string (not shown)',
    ],
    [
      { tencent: { ...tencent, token: [] } },
      'option tencent.token must be the token of the console, 1 to 128 characters with no blank at either end, or a list of tokens; got an empty list',
    ],
    [
      { tencent: { ...tencent, token: 5 } },
      'option tencent.token must be the token of the console, 1 to 128 characters with no blank at either end, or a list of tokens; got a number (not shown)',
    ],
    [
      { tencent: { ...tencent, toleranceSeconds: 0 } },
      'option tencent.toleranceSeconds must be a whole number of seconds from 1 to 3600; got 0',
    ],
    [
      { tencent: { ...tencent, deadlineMs: Number.POSITIVE_INFINITY } },
      'option tencent.deadlineMs must be a whole number of milliseconds from 1 to 60000; got Infinity',
    ],
    [
      { tencent: { ...tencent, bodyLimitBytes: '1mb' } },
      'option tencent.bodyLimitBytes must be a whole number of bytes from 1 to 67108864; got a string (not shown)',
    ],
    [
      { openim: { serverVersion: '3' } },
      "option openim.serverVersion must be major and minor version as a string, e.g. '3.8'; got '3'",
    ],
    [
      { openim: { serverVersion: 3.8 } },
      "option openim.serverVersion must be major and minor version as a string, e.g. '3.8'; got 3.8",
    ],
    [
      { openim: { secret: 'short' } },
      'option openim.secret must be at least 16 of A–Z, a–z, 0–9, - and _, or a list of such secrets; got a string (not shown)',
    ],
    [
      { openim: { secret: undefined } },
      'option openim.secret is undefined; is its environment variable set? To do without it, leave it out',
    ],
    [
      { openim: { credentials: { user: 'a:b', password: 'x' } } },
      'option openim.credentials must be { user, password }, two strings, not empty, no colon in user; got an object (not shown)',
    ],
    [
      { openim: { credentials: { user: 'im', password: 'x'.repeat(766) } } },
      'option openim.credentials must be of at most 768 bytes in all; got an object (not shown)',
    ],
    [
      { tencent: { ...tencent, replayGuard: true } },
      'option tencent.replayGuard needs a token; write token: process.env.IM_CALLBACK_TOKEN, or leave it out',
    ],
    [
      { tencent: { apps: [{ sdkAppId: 1 }], unsignedGrace: true } },
      'option tencent.unsignedGrace needs a token; write token: process.env.IM_CALLBACK_TOKEN, or leave it out',
    ],
    [
      { openim: { credentials: null } },
      'option openim.credentials must be { user, password }, two strings, not empty, no colon in user; got null',
    ],
    [
      { openim: { allowedAddresses: ['10.0.0.0/33'] } },
      "option openim.allowedAddresses must be addresses and CIDR ranges, e.g. ['10.0.0.0/8', '::1']; got [ '10.0.0.0/33' ]",
    ],
    [
      { openim: { allowedAddresses: ['localhost'] } },
      "option openim.allowedAddresses must be addresses and CIDR ranges, e.g. ['10.0.0.0/8', '::1']; got [ 'localhost' ]",
    ],
    [
      { openim: { allowedAddresses: [] } },
      "option openim.allowedAddresses must be addresses and CIDR ranges, e.g. ['10.0.0.0/8', '::1']; got []",
    ],
  ])('%# %j', (options, message) => {
    expect(() => make(options)).toThrow(new TypeError(`imCallbacks: ${message}`));
    expect(() => make(options)).toThrow(expect.objectContaining({ code: 'ERR_IM_CALLBACKS_OPTION' }));
  });

  it('never shows a secret', () => {
    const all = [
      { tencent: { ...tencent, token: 's3cret-value ' } },
      { tencent: { ...tencent, token: ['ok', ' s3cret-value'] } },
      { openim: { secret: 's3cret-value' } },
      { openim: { credentials: { user: 's3cret-value', password: '' } } },
    ];
    for (const options of all) {
      expect(() => make(options)).toThrow(TypeError);
      expect(() => make(options)).not.toThrow(/s3cret/);
    }
  });
});

describe('options behind getters', () => {
  it('are checked like others', () => {
    class Empty {
      get secret() {
        return '';
      }
    }
    class Tencent {
      sdkAppId = 1400000001;
      get token() {
        return '';
      }
    }
    expect(() => make({ openim: new Empty() })).toThrow('openim.secret must be');
    expect(() => make({ tencent: new Tencent() })).toThrow('tencent.token must be');
    expect(() => make({ openim: Object.create({ secret: '' }) })).toThrow('openim.secret must be');
  });
});

describe('right options', () => {
  it.each([
    [{ tencent }],
    [{ tencent: { sdkAppId: '1400000001', token: ['old', 'new'], toleranceSeconds: 300 } }],
    [{ tencent, onGroupMsg: undefined }],
    [{ openim: {} }],
    [{ openim: { secret: ['a'.repeat(16), 'b'.repeat(64)], allowedAddresses: ['10.0.0.0/8', '::1', 'fd00::/8'] } }],
    [{ tencent, openim: { credentials: { user: 'im', password: 'a:b' } }, failurePolicy: { default: 'refuse' } }],
  ])('%# build', (options) => expect(make(options)).toEqual(expect.any(Function)));

  it('list the steps of each vendor in the order of the flow', () => {
    const { routers } = imCallbacks({ tencent, openim: {} });
    const names = (flow?: { middlewares: readonly { name: string }[] }) => flow?.middlewares.map(({ name }) => name);
    const tail = ['findCommand', 'decodeRequest', 'routeCommand', 'sendAck', 'sendFailure'];
    const checks = ['openRecord', 'captureOperationID', 'requirePost', 'verifyQuery'];
    const head = [...checks, 'nameCommand', 'shedLoad', 'parseBody'];
    expect(names(routers.tencent)).toEqual([...head, ...tail]);
    expect(names(routers.openim)).toEqual([...head, 'captureOperationIDInBody', ...tail]);
    const full = imCallbacks({
      tencent: { ...tencent, token: 'xxxxyyyy', replayGuard: true },
      inbox: memoryInbox(),
      worker: false,
    });
    expect(names(full.routers.tencent)).toEqual([
      ...head,
      ...tail.slice(0, 2),
      'refuseReplays',
      'acceptIntoInbox',
      ...tail.slice(2),
    ]);
  });
});
