import { allow, type HandlersOf, refuse } from 'express-im-callbacks';
import type { OpenimCommand } from 'express-im-callbacks/openim';
import type { MessageElement, TencentCommand } from 'express-im-callbacks/tencent';

/** The handlers of both vendors; `event.vendor` tells whose body it is. */
export function handlers(log: (line: string) => void): HandlersOf<TencentCommand | OpenimCommand> {
  return {
    onReadReceipt(event) {
      if (event.vendor === 'openim') {
        log(`${event.body.sendID} read a group up to message ${event.body.unreadMsgNum}`);
        return;
      }
      for (const { MsgSeq, ReadNum, UnreadNum } of event.body.GroupMsgReceiptList) {
        log(`message ${MsgSeq} of ${event.body.GroupId}: read by ${ReadNum}, not yet by ${UnreadNum}`);
      }
    },

    onOfficialAccountMsg(event) {
      log(`${event.body.Official_Account} broadcast ${tencentText(event.body.MsgBody)}`);
    },

    onGroupMsg(event) {
      if (event.vendor === 'tencent') log(`${event.body.From_Account} wrote ${tencentText(event.body.MsgBody)}`);
    },

    beforeGroupMsg(event) {
      const text = event.vendor === 'tencent' ? tencentText(event.body.MsgBody) : event.body.content;
      return /\bspam\b/i.test(text) ? refuse({ info: 'no spam, please' }) : allow();
    },
  };
}

function tencentText(elements: readonly MessageElement[]): string {
  return elements
    .map((element) => (element.MsgType === 'TIMTextElem' ? element.MsgContent.Text : element.MsgType))
    .join(' ');
}
