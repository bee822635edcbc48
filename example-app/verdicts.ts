import { allow, type EventOf, type HandlersOf, type Refuse, refuse } from 'express-im-callbacks';
import type { OpenimCommand } from 'express-im-callbacks/openim';
import type { TencentCommand } from 'express-im-callbacks/tencent';
import { type Content, openimContent, tencentContent } from './message';
import type { Rule } from './moderation';
import type { Store } from './store';

type Command = TencentCommand | OpenimCommand;
type BeforeMsg = EventOf<Extract<Command, { handler: 'beforeGroupMsg' | 'beforeC2cMsg' }>>;

/** Lets messages through or not. Each refusal is noted; where that fails, `onTrouble` is told and the verdict stays. */
export function verdicts(store: Store, rules: readonly Rule[], onTrouble: (error: unknown) => void) {
  function judge(event: BeforeMsg): Refuse | undefined {
    const content = contentOf(event);
    const rule = rules.find(({ breaks }) => breaks(content));
    if (rule === undefined) return undefined;
    const { reason } = rule;
    const code = codes[event.command];
    const at = event.receivedAt.getTime();
    try {
      store.saveRefusal({ ...content, ...partiesOf(event), key: event.key, code, reason, at });
    } catch (error) {
      onTrouble(error);
    }
    return refuse({ code, info: reason });
  }

  return {
    beforeGroupMsg: (event) => judge(event) ?? allow(),
    beforeC2cMsg: (event) => judge(event) ?? allow(),
  } satisfies HandlersOf<Command>;
}

/** The app's own code for a refused message, from the range that each command has for it. */
const codes: Readonly<Record<BeforeMsg['command'], number>> = {
  'Group.CallbackBeforeSendMsg': 10100,
  'C2C.CallbackBeforeSendMsg': 120001,
  callbackBeforeSendGroupMsgCommand: 20001,
  callbackBeforeSendSingleMsgCommand: 20001,
};

function contentOf({ vendor, body }: BeforeMsg): Content {
  return vendor === 'tencent' ? tencentContent(body.MsgBody) : openimContent(body.contentType, body.content);
}

function partiesOf(event: BeforeMsg): { vendor: string; chat: string; sender: string } {
  const { vendor } = event;
  switch (event.command) {
    case 'Group.CallbackBeforeSendMsg':
      return { vendor, chat: event.body.GroupId, sender: event.body.From_Account };
    case 'C2C.CallbackBeforeSendMsg':
      return { vendor, chat: event.body.To_Account, sender: event.body.From_Account };
    case 'callbackBeforeSendGroupMsgCommand':
      return { vendor, chat: event.body.groupID, sender: event.body.sendID };
    case 'callbackBeforeSendSingleMsgCommand':
      return { vendor, chat: event.body.recvID, sender: event.body.sendID };
  }
}
