import { fields, integer, text } from '../../../codecs';
import { command } from '../command';
import { MsgBody } from '../fragments';

export const afterSendMsg = command({
  wire: 'OfficialAccount.CallbackAfterSendMsg',
  event: 'officialAccountMsg',
  phase: 'after',
  summary: 'An official account sent a message to its subscribers.',
  source: '1047/60804',
  request: fields(
    'OfficialAccount.CallbackAfterSendMsg',
    { Official_Account: text, MsgBody },
    {
      CallbackCommand: text,
      MsgKey: text,
      MsgTime: integer,
      OnlineOnlyFlag: integer,
      CloudCustomData: text,
      EventTime: integer,
    },
  ),
  identity: ({ Official_Account, MsgKey, MsgTime, EventTime }) => ({
    key: [Official_Account, MsgKey],
    conversation: ['official-account', Official_Account],
    at: EventTime ?? (MsgTime === undefined ? undefined : MsgTime * 1000),
  }),
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterSendMsg',
    Official_Account: '@TOA#_nova_news',
    MsgKey: '12_1_1718000308',
    MsgTime: 1718000308,
    OnlineOnlyFlag: 0,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'morning news' } }],
    CloudCustomData: 'n=1',
    EventTime: 1718000308001,
  },
});
