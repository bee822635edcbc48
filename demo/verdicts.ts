import { allow, type EventOf, type HandlersOf, type Refuse, refuse } from 'express-im-callbacks';
import { messageOf, textOf } from 'express-im-callbacks/message';
import type { OpenimCommand } from 'express-im-callbacks/openim';
import type { TencentCommand } from 'express-im-callbacks/tencent';
import { contentOf } from './message';
import type { Rule } from './moderation';
import type { Store } from './store';

type Command = TencentCommand | OpenimCommand;
type BeforeMsg = EventOf<Extract<Command, { handler: 'beforeGroupMsg' | 'beforeC2cMsg' }>>;

/** Decides which messages pass. Each refusal is stored; if that fails, `onTrouble` is called and the verdict stays. */
export function verdicts(store: Store, rules: readonly Rule[], onTrouble: (error: unknown) => void) {
  function judge(event: BeforeMsg): Refuse | undefined {
    const text = textOf(event);
    const rule = rules.find(({ breaks }) => breaks(text));
    if (rule === undefined) return undefined;
    const message = messageOf(event);
    const { reason } = rule;
    const code = codes[event.command];
    const at = event.receivedAt.getTime();
    try {
      const { vendor, key } = event;
      const parties = { chat: message.conversation?.id ?? '', sender: message.sender?.id ?? '' };
      store.saveRefusal({ ...contentOf(message), ...parties, vendor, key, code, reason, at });
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

/** The app's own code for a refused message, within the range of each command. */
const codes: Readonly<Record<BeforeMsg['command'], number>> = {
  'Group.CallbackBeforeSendMsg': 10100,
  'C2C.CallbackBeforeSendMsg': 120001,
  callbackBeforeSendGroupMsgCommand: 20001,
  callbackBeforeSendSingleMsgCommand: 20001,
};
