/** A stored delivery of the bench's message, without the request that brings one. */
const { command, body, sdkAppId } = require('./message');

const [before, after] = body.toString().split('"MsgSeq":10000000');

/** The text of message so-and-so, in group so-and-so: one that comes again is not stored. */
function textOf(number, group = 0) {
  const text = `${before}"MsgSeq":${number}${after}`;
  return group === 0 ? text : text.replace('@TGS#1NOVA7QLX', `@TGS#1NOVA${group}`);
}

/** Delivery so-and-so, in one of so many conversations. */
function delivery(number, conversations) {
  return {
    key: `tencent/${sdkAppId}/${command}/${number}`,
    identified: true,
    conversation: `tencent/${sdkAppId}/group/${number % conversations}`,
    vendor: 'tencent',
    wire: command,
    appId: sdkAppId,
    operationID: String(number),
    receivedAt: Date.now(),
    query: { SdkAppid: sdkAppId, CallbackCommand: command },
    expected: true,
    body: textOf(number),
  };
}

module.exports = { delivery, textOf };
