import type { Inbox, StoredDelivery } from '../../../src/inbox/inbox';

let count = 0;

/** A delivery as the receiver stores it; every one has a key of its own unless told otherwise. */
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

/** Resolves once it holds; rejects with what was still missing after `withinMs`. */
export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${holds}`);
    await pause(5);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Whether nothing waits and nothing runs. */
export async function isIdle(inbox: Pick<Inbox, 'stats'>): Promise<boolean> {
  const { waiting, running } = await inbox.stats();
  return waiting + running === 0;
}
