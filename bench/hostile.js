/**
 * Worst bodies within the limit: what receiving one costs against JSON.parse of the same bytes, and how large the answer
 * is. `node bench/hostile.js [repeats]`. Prints; asserts nothing, since times are this machine's.
 */
const { hash } = require('node:crypto');
const http = require('node:http');
const { Duplex } = require('node:stream');
const { imCallbacks, rewrite } = require('..');
const { median, ratioOf, shown } = require('./statistics');

const limit = 256 * 1024;
const url = '/?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg';
const message = (fields) => JSON.stringify({ GroupId: 'g', From_Account: 'a', MsgBody: [], ...fields });
const times = (text) => text.repeat(Math.floor((limit - 200) / text.length));
const list = (element) => times(`${element},`).slice(0, -1);

const bodies = {
  'one string up to the limit': message({ CloudCustomData: times('x') }),
  'zeros as MsgBody': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('0')}]}`,
  'empty objects as MsgBody': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{}')}]}`,
  'text elements without text': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{"MsgType":"TIMTextElem","MsgContent":{}}')}]}`,
  'good elements, the last one bad': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{"MsgType":"TIMFaceElem","MsgContent":{"Index":1}}')},0]}`,
  'elements that all need normalising': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{"MsgType":"TIMFaceElem","MsgContent":{"Index":"1"}}')}]}`,
  'distinct keys': `{${Array.from({ length: 22_000 }, (_, i) => `"k${i}":1`).join()}}`,
  'nested lists': `{"a":${'['.repeat(limit / 2 - 100)}${']'.repeat(limit / 2 - 100)}}`,
  'nested objects': `{"a":${'{"a":'.repeat(limit / 6 - 100)}1${'}'.repeat(limit / 6 - 100)}}`,
  'numbers beyond 2^53': `{"GroupId":"g","From_Account":"a","MsgBody":[],"x":[${list('12345678901234567890')}]}`,
  'escaped quotes and one big number': `{"a":"${times('\\"').slice(0, -40)},12345678901234567,"}`,
  'unicode escapes': `{"a":"${times('\\u00e9')}"}`,
};

const openimLimit = 640 * 1024;
const info = '/callbackBeforeSetGroupInfoExCommand';
const many = (count, one) => Array.from({ length: count }, (_, i) => one(i)).join();
const openimBodies = {
  'OpenIM: 46,000 member ids': `{"groupID":"g","membersID":[${many(46_000, (i) => `"41000${100_000 + i}"`)}]}`,
  'OpenIM: distinct keys and a big number': `{"groupID":5,"b":12345678901234567,${many(60_000, (i) => `"k${i}":1`)}}`,
  'OpenIM: objects of distinct shapes': `{"groupID":"g","x":[${many(50_000, (i) => `{"k${i}":1}`)}]}`,
};

/** Bodies of which identity, verdict and reply have the work; what is written for each entry comes on top of the reading. */
const urlOf = (command) => url.replace(/[^=]+$/, command);
const users = (count, name) => many(count, (i) => `{"${name}":"u${i.toString(36)}"}`);
const worked = [
  [
    'friends, each with a result',
    urlOf('Sns.CallbackPrevFriendAdd'),
    `{"From_Account":"a","FriendItem":[${users(11_900, 'To_Account')}]}`,
  ],
  [
    'invited users, each refused',
    urlOf('Group.CallbackBeforeInviteJoinGroup'),
    `{"GroupId":"g","DestinationMembers":[${users(9_500, 'Member_Account')}]}`,
  ],
  [
    'nine recalled messages that do not fit, and all others quoted',
    urlOf('Group.CallbackAfterRecallMsg'),
    `{"GroupId":"g","MsgSeqList":[${'{},'.repeat(9)}${list('{"MsgSeq":"1"}')}]}`,
  ],
  [
    'a group ID of half characters',
    urlOf('Group.CallbackAfterReadReceipt'),
    `{"GroupId":"${times('\\ud800')}","GroupMsgReceiptList":[],"EventTime":1718000216001}`,
  ],
  [
    'friendships of many pairs',
    urlOf('Sns.CallbackFriendDelete'),
    `{"PairList":[${many(5_500, (i) => `{"From_Account":"u${i}","To_Account":"v${i}"}`)}],"EventTime":1718000216001}`,
  ],
];
const openimWorked = [
  [
    'OpenIM: users to register, all of them changed',
    '/callbackBeforeUserRegisterCommand',
    `{"users":[${many(12_000, (i) => `{"userID":"4100${100_000 + i}","nickname":"n"}`)}]}`,
  ],
  [
    'OpenIM: new members, all of them changed',
    '/callbackBeforeMembersJoinGroupCommand',
    `{"groupID":"g","memberList":[${many(20_000, (i) => `{"userID":"4100${100_000 + i}"}`)}]}`,
  ],
  [
    'OpenIM: friends to import, all of them named again',
    '/callbackBeforeImportFriendsCommand',
    `{"ownerUserID":"o","friendUserIDs":[${many(44_000, (i) => `"4100${100_000 + i}"`)}]}`,
  ],
];

/** Bodies that hold their time in milliseconds, which are known by a digest of them. */
const dated = (field) => `{"GroupId":"g","EventTime":1718000208321,"GroupMsgReceiptList":[],"x":${field}}`;
const datedBodies = {
  'integers as keys': dated(`{${many(20_000, (i) => `"${7 * i}":1`)}}`),
  'sparse integers as keys': dated(`{${many(15_000, (i) => `"${(i * 2_654_435_761) % 4_000_000_000}":1`)}}`),
  escapes: dated(`"${times('\\u0001')}"`),
  'escaped quotes': dated(`"${times('\\"')}"`),
  'plain text': dated(`"${times('x')}"`),
  // SHA-256 of 260 KB takes as long as it takes; V8 parses such a text by copying it, so this one may be above its bound.
  'text beyond ASCII': dated(`"${'é'.repeat(130_000)}"`),
};
const token = 'bench-token';

/** Signed for another second each time, counted from one moment, so that the replay guard has seen none of them before. */
function signedReceipts() {
  const now = Math.floor(Date.now() / 1000);
  return (i) => {
    const time = String(now - (i % 50));
    return `${urlOf('Group.CallbackAfterReadReceipt')}&Sign=${hash('sha256', token + time)}&RequestTime=${time}`;
  };
}

const rows = [
  ...Object.entries(bodies).map(([name, body]) => [name, url, body, '≤ 2']),
  ...[...worked, ...openimWorked].map((row) => [...row, '≤ 2']),
  ...Object.entries(datedBodies).flatMap(([name, body]) => [
    [`dated: ${name}`, urlOf('Group.CallbackAfterReadReceipt'), body, '≤ 2'],
    [`dated, replay guard: ${name}`, signedReceipts, body, '≤ 2'],
  ]),
  ...Object.entries(openimBodies).map(([name, body]) => [name, info, body, '≤ 2']),
];

function receiver(tencent) {
  const idle = () => {};
  const asks = ({ key, conversation }) => [key, conversation];
  return imCallbacks({
    tencent: { sdkAppId: 1400000001, ...tencent },
    openim: {},
    onGroupMsg: idle,
    onGroupMsgRevoke: asks,
    onReadReceipt: asks,
    onFriendDelete: asks,
    beforeFriendRequest: (event) => rewrite({ ResultItem: event.body.FriendItem?.map(refusedFriend) }),
    beforeGroupInvite: (event) => rewrite({ RefusedMembers_Account: event.body.DestinationMembers?.map(memberOf) }),
    beforeUserRegister: (event) => rewrite({ users: event.body.users }),
    beforeGroupMembersAdd: (event) => rewrite({ memberCallbackList: event.body.memberList?.map(greeted) }),
    beforeFriendImport: (event) => rewrite({ friendUserIDs: event.body.friendUserIDs }),
    onSettled: idle,
    onFailure: idle,
  });
}

const refusedFriend = ({ To_Account }) => ({ To_Account, ResultCode: 38_000 });
const memberOf = ({ Member_Account }) => Member_Account;
const greeted = ({ userID }) => ({ userID, ex: 'welcome' });

/** CPU milliseconds of what `work` does; a wall clock would count other processes. */
async function cpuOf(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

/** The receiver's own cost: a request as node:http would make it, without sockets, whose cost is not ours. */
function receive(callbacks, path, body) {
  return new Promise((resolve) => {
    const request = new http.IncomingMessage(new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }));
    Object.assign(request, { method: 'POST', url: path, headers: { 'content-length': String(body.length) } });
    request.push(body);
    request.push(null);
    const response = new http.ServerResponse(request);
    const chunks = [];
    response.assignSocket(
      new Duplex({
        read() {},
        write(chunk, _encoding, done) {
          chunks.push(chunk);
          done();
        },
      }),
    );
    response.on('finish', () => {
      const reply = Buffer.concat(chunks);
      resolve({ status: response.statusCode, reply });
    });
    callbacks(request, response);
  });
}

/**
 * Each body against JSON.parse of the same bytes, interleaved. A body that is not JSON costs what finding that out costs. Where the
 * vendor wants an entry back for each one in the body, so that the reply is as long, JSON.stringify of that reply is added.
 */
async function compareBodies(repeats) {
  const callbacks = receiver();
  const guarded = receiver({ token, replayGuard: true });
  const ordinary = Buffer.from(message({}));
  for (let i = 0; i < 500; i++) await receive(callbacks, url, ordinary); // the first row is not to pay for what is compiled
  const measured = [];
  for (const [name, at, body, bound] of rows) {
    const signed = typeof at === 'function' ? at() : undefined;
    const receiveOne = (i, bytes) => (signed ? receive(guarded, signed(i), bytes) : receive(callbacks, at, bytes));
    if (body.length > openimLimit) throw new Error(`${name} is over the limit: ${body.length}`);
    const bytes = Buffer.from(body);
    const [parses, receives] = [[], []];
    let answer = await receiveOne(0, bytes);
    const text = answer.reply.toString();
    const reply = text.length > 10_000 ? JSON.parse(text.slice(text.indexOf('\r\n\r\n'))) : undefined;
    for (let i = -3; i < repeats; i++) {
      const [parse] = await cpuOf(() => [JSON.parse(bytes.toString()), reply && Buffer.from(JSON.stringify(reply))]);
      const [taken, answered] = await cpuOf(() => receiveOne(i + 10, bytes));
      answer = answered;
      if (i < 0) continue; // warm first
      parses.push(parse);
      receives.push(taken);
    }
    const { status } = answer;
    if (status !== 200) throw new Error(`${name} was answered with ${status}`);
    const answered = answer.reply.length;
    measured.push({
      name,
      bound,
      bytes: body.length,
      status,
      answered,
      ms: median(receives),
      ratio: ratioOf(receives, parses),
    });
  }
  return measured;
}

module.exports = { compareBodies };
if (require.main === module)
  compareBodies(Number(process.argv[2] ?? 20)).then((measured) => {
    for (const { name, bytes, status, answered, ms, ratio } of measured)
      console.log(
        name.padEnd(40),
        String(bytes).padStart(7),
        status,
        String(answered).padStart(6),
        `${ms.toFixed(1)} ms`.padStart(9),
        shown(ratio),
      );
  });
