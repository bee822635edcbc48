/** The request every target gets: a signed group message of about 1 KB. */
const { hash } = require('node:crypto');

const sdkAppId = '1400000001';
const token = 'bench-token';
const command = 'Group.CallbackAfterSendMsg';

const body = Buffer.from(
  JSON.stringify({
    CallbackCommand: command,
    CloudCustomData: JSON.stringify({ trace: 'a'.repeat(120) }),
    EventTime: 1718000208321,
    From_Account: 'u_alice',
    GroupId: '@TGS#1NOVA7QLX',
    MsgBody: [
      { MsgContent: { Text: 'meet at the hut '.repeat(20) }, MsgType: 'TIMTextElem' },
      {
        MsgContent: { Data: JSON.stringify({ type: 'gift', n: 1 }), Desc: 'a gift', Ext: '' },
        MsgType: 'TIMCustomElem',
      },
    ],
    MsgPriority: 'Normal',
    MsgSeq: 10_000_000,
    MsgTime: 1718000208,
    OnlineOnlyFlag: 0,
    Operator_Account: 'u_alice',
    Random: 26804507,
    Type: 'Public',
    GroupAtInfo: Array.from({ length: 5 }, (_, i) => ({ GroupAtAllFlag: 0, GroupAt_Account: `u_member_${i}` })),
  }),
);

/** Path and query of a command, signed now. */
function url(wire = command) {
  const time = String(Math.floor(Date.now() / 1000));
  const query = `SdkAppid=${sdkAppId}&CallbackCommand=${wire}&contenttype=json&ClientIP=203.0.113.7&OptPlatform=Android`;
  return `/im-callback?${query}&Sign=${hash('sha256', token + time)}&RequestTime=${time}`;
}

module.exports = { sdkAppId, token, command, body, url };
