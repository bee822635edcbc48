/**
 * What each host is sent, and what it must answer, byte for byte. Signed and written here by hand: with code of the
 * package, a mistake would be on both sides, and nobody would notice it.
 */
const { createHash } = require('node:crypto');
const { gzipSync } = require('node:zlib');

const token = 'the token of the console';
const secret = 'a-secret-of-32-letters-and-digits';

const tencentOk = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';
const tencentRefusal = '{"ActionStatus":"OK","ErrorInfo":"不行","ErrorCode":1}';
const tencentFailure = '{"ActionStatus":"FAIL","ErrorInfo":"the handler failed","ErrorCode":1}';
const badSign = '{"ActionStatus":"FAIL","ErrorInfo":"Sign does not match","ErrorCode":1}';
const openimRefusal = (words) => `{"actionCode":0,"errCode":20001,"errMsg":"${words}","errDlt":"","nextCode":1}`;
const wrongSecret = 'the secret path segment is missing or wrong\n';
const openimOk = '{"actionCode":0,"errCode":0,"errMsg":"Success","errDlt":"","nextCode":0}';

const clean = { GroupId: '@TGS#1', From_Account: 'alice', MsgBody: [text('你好 🙂')] };
const spam = { ...clean, MsgBody: [text('spam')] };
const openimMessage = { sendID: '1', groupID: '2', contentType: 101, content: '{"content":"good morning"}' };
/** 235 kB: OpenIM does not cut such lists. */
const members = Array.from({ length: 8000 }, (_, i) => ({ userID: `member-${i}`, ex: '' }));

/** A name, the request and the reply. Without `type`, the Content-Type is that of the vendor. */
const requests = [
  tencent('before: accepted', 'Group.CallbackBeforeSendMsg', clean, 200, tencentOk),
  tencent('before: refused', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal),
  tencent('after: handled', 'Group.CallbackAfterSendMsg', clean, 200, tencentOk),
  tencent(
    'after: the handler fails',
    'Group.CallbackAfterSendMsg',
    { ...clean, MsgBody: [text('cannot be saved')] },
    200,
    tencentFailure,
  ),
  { ...tencent('a bad signature', 'Group.CallbackBeforeSendMsg', spam, 403, badSign), sign: 'another token' },
  { ...tencent('text/plain', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal), type: 'text/plain' },
  {
    ...tencent('octet-stream', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal),
    type: 'application/octet-stream',
  },
  {
    ...tencent('labelled as a form', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal),
    type: 'application/x-www-form-urlencoded',
  },
  { ...tencent('no Content-Type', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal), type: undefined },
  { ...tencent('in chunks', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal), chunked: true },
  { ...tencent('gzip', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal), gzip: true },
  { ...tencent('gzip in chunks', 'Group.CallbackBeforeSendMsg', spam, 200, tencentRefusal), gzip: true, chunked: true },
  openim('before: accepted', 'callbackBeforeSendGroupMsgCommand', openimMessage, 200, openimOk),
  openim(
    'before: refused',
    'callbackBeforeSendGroupMsgCommand',
    { ...openimMessage, content: 'spam' },
    200,
    openimRefusal('不行'),
  ),
  openim('after: handled', 'callbackAfterSendGroupMsgCommand', openimMessage, 200, openimOk),
  {
    ...openim('another secret', 'callbackBeforeSendGroupMsgCommand', openimMessage, 403, wrongSecret),
    secret: 'another-secret-of-letters',
  },
  openim(
    '230 kB of members',
    'callbackBeforeMembersJoinGroupCommand',
    { groupID: '2', memberList: [...members, { userID: 'banned' }] },
    200,
    openimRefusal(''),
  ),
];

function text(words) {
  return { MsgType: 'TIMTextElem', MsgContent: { Text: words } };
}

function tencent(name, command, body, status, reply) {
  return {
    vendor: 'tencent',
    name: `Tencent, ${name}`,
    command,
    body: { CallbackCommand: command, ...body },
    status,
    reply,
    type: 'application/json',
  };
}

function openim(name, command, body, status, reply) {
  return {
    vendor: 'openim',
    name: `OpenIM, ${name}`,
    command,
    body: { callbackCommand: command, ...body },
    status,
    reply,
    type: 'application/json',
    secret,
  };
}

/** The target, headers and bytes of a request, signed now. */
function compose({ vendor, command, body, type, gzip, chunked, sign = token, secret }) {
  const plain = Buffer.from(JSON.stringify(body));
  const bytes = gzip ? gzipSync(plain) : plain;
  const headers = {
    ...(type && { 'content-type': type }),
    ...(gzip && { 'content-encoding': 'gzip' }),
    ...(!chunked && { 'content-length': `${bytes.length}` }),
  };
  return {
    path: vendor === 'tencent' ? tencentPath(command, sign) : `/im-callback/${secret}/${command}`,
    headers,
    bytes,
  };
}

function tencentPath(command, key) {
  const RequestTime = `${Math.floor(Date.now() / 1000)}`;
  const Sign = createHash('sha256').update(`${key}${RequestTime}`).digest('hex');
  const query = {
    SdkAppid: '1400000001',
    CallbackCommand: command,
    contenttype: 'json',
    ClientIP: '203.0.113.7',
    OptPlatform: 'RESTAPI',
    RequestTime,
    Sign,
  };
  return `/im-callback?${new URLSearchParams(query)}`;
}

module.exports = { requests, compose, token, secret };
