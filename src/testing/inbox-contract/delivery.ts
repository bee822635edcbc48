import type { StoredDelivery } from '../../inbox/inbox';

let count = 0;

/** A delivery as the receiver stores it. Each has a key of its own, unless `changes` says otherwise. */
export function delivery(changes: Partial<StoredDelivery> = {}): StoredDelivery {
  count += 1;
  return {
    key: `tencent/1400000001/Group.CallbackAfterSendMsg/${count}`,
    identified: true,
    conversation: undefined,
    vendor: 'tencent',
    wire: 'Group.CallbackAfterSendMsg',
    appId: '1400000001',
    operationID: `op-${count}`,
    receivedAt: Date.now(),
    query: { SdkAppid: '1400000001', CallbackCommand: 'Group.CallbackAfterSendMsg' },
    expected: true,
    body: JSON.stringify({ GroupId: 'g1', MsgSeq: count }),
    ...changes,
  };
}
