/**
 * What the server that is killed mounts: the receiver as a user would write it, with a handler that gets the message's
 * number.
 */
const { imCallbacks } = require('../..');

function receiver(inbox, handle) {
  return imCallbacks({
    tencent: { sdkAppId: 1400000001 },
    inbox,
    worker: { backoffMs: 20, maxBackoffMs: 200, attempts: 100, holdMs: 100 },
    onGroupMsg: (event) => handle(event.body.MsgSeq),
    onFailure: 'silent', // it fails on purpose
  });
}

module.exports = { receiver };
