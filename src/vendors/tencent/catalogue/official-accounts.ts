import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { ofOfficialAccount, sentAt } from './conversation';
import { checkMessageChanges, MessageChanges, MsgBody } from './fragments';

/** Own codes for creating and sending (1047/60795, 1047/60803); the subscribe page 1047/60799 has none. */
const refusal = { plain: 1, own: [120001, 130000] } as const;

export const beforeCreateOfficialAccount = command({
  wire: 'OfficialAccount.CallbackBeforeCreateOfficialAccount',
  event: 'officialAccountCreate',
  phase: 'before',
  summary: 'Somebody wants to create an official account.',
  titleZh: '创建公众号之前回调',
  source: '1047/60795, 269/102315',
  request: fields(
    'OfficialAccount.CallbackBeforeCreateOfficialAccount',
    { Operator_Account: text },
    { CallbackCommand: text, Owner_Account: text, Name: text, EventTime: integer },
  ),
  quirks: [
    'Newer texts call official accounts official channels; the names of the commands have stayed.',
    'On the mainland site a support ticket, not the console, switches the callbacks of official accounts on.',
    'The caller sees a refusal without a code of its own as 20006.',
  ],
  refusal,
  // Nothing names an account that does not exist yet: the key is a digest, and there is no conversation.
  identity: ({ EventTime }) => ({ at: EventTime }),
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackBeforeCreateOfficialAccount',
    Operator_Account: 'admin_1',
    Owner_Account: 'u_alice',
    Name: 'Nova News',
    EventTime: 1718000300001,
  },
});

export const afterCreateOfficialAccount = command({
  wire: 'OfficialAccount.CallbackAfterCreateOfficialAccount',
  event: 'officialAccountCreate',
  phase: 'after',
  summary: 'An official account has been created.',
  titleZh: '创建公众号之后回调',
  source: '1047/60796',
  request: fields(
    'OfficialAccount.CallbackAfterCreateOfficialAccount',
    { Official_Account: text },
    { CallbackCommand: text, Operator_Account: text, Owner_Account: text, Name: text, EventTime: integer },
  ),
  // Whether the id of a destroyed account can come back is not documented, so the id alone is not enough.
  identity: ({ Official_Account, EventTime }) => ({
    key: [Official_Account, EventTime],
    conversation: ['official-account', Official_Account],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterCreateOfficialAccount',
    Official_Account: '@TOA#_nova_news',
    Operator_Account: 'admin_1',
    Owner_Account: 'u_alice',
    Name: 'Nova News',
    EventTime: 1718000300500,
  },
});

export const afterOfficialAccountInfoChanged = command({
  wire: 'OfficialAccount.CallbackAfterOfficialAccountInfoChanged',
  event: 'officialAccountInfo',
  phase: 'after',
  summary: 'The profile of an official account was changed.',
  titleZh: '公众号资料变动之后回调',
  source: '1047/60797',
  request: fields(
    'OfficialAccount.CallbackAfterOfficialAccountInfoChanged',
    { Official_Account: text },
    {
      CallbackCommand: text,
      Operator_Account: text,
      Introduction: text,
      Name: text,
      FaceUrl: text,
      Organization: text,
      EventTime: integer,
    },
  ),
  meanings: { Organization: 'organization behind the account' },
  quirks: ['Whether only the fields that changed are sent, as for groups, is not documented.'],
  // A profile can change back and forth.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterOfficialAccountInfoChanged',
    Official_Account: '@TOA#_nova_news',
    Operator_Account: 'admin_1',
    Introduction: 'daily',
    Name: 'Nova Daily',
    FaceUrl: 'https://img.example.com/n.png',
    Organization: 'Nova',
    EventTime: 1718000301001,
  },
});

export const afterOfficialAccountDestroyed = command({
  wire: 'OfficialAccount.CallbackAfterOfficialAccountDestroyed',
  event: 'officialAccountDestroy',
  phase: 'after',
  summary: 'An official account was destroyed.',
  titleZh: '销毁公众号之后回调',
  source: '1047/60798',
  request: fields(
    'OfficialAccount.CallbackAfterOfficialAccountDestroyed',
    { Official_Account: text },
    { CallbackCommand: text, Owner_Account: text, Name: text, EventTime: integer },
  ),
  // As for the creation.
  identity: ({ Official_Account, EventTime }) => ({
    key: [Official_Account, EventTime],
    conversation: ['official-account', Official_Account],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterOfficialAccountDestroyed',
    Official_Account: '@TOA#_nova_news',
    Owner_Account: 'u_alice',
    Name: 'Nova Daily',
    EventTime: 1718000302001,
  },
});

export const beforeSendMsg = command({
  wire: 'OfficialAccount.CallbackBeforeSendMsg',
  event: 'officialAccountMsg',
  phase: 'before',
  summary: 'An official account is about to send a message to its subscribers.',
  titleZh: '发公众号消息之前回调',
  source: '1047/60803, 269/102323',
  request: fields(
    'OfficialAccount.CallbackBeforeSendMsg',
    { Official_Account: text, MsgBody },
    { CallbackCommand: text, OnlineOnlyFlag: integer, CloudCustomData: text, EventTime: integer },
  ),
  quirks: ['The caller sees a refusal without a code of its own as 10016; codes of its own are those of C2C messages.'],
  rewrite: MessageChanges,
  checkRewrite: checkMessageChanges,
  drops: true,
  refusal,
  // The message has no MsgKey yet.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackBeforeSendMsg',
    Official_Account: '@TOA#_nova_news',
    OnlineOnlyFlag: 0,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'morning news' } }],
    CloudCustomData: 'n=1',
    EventTime: 1718000307001,
  },
});

export const afterSendMsg = command({
  wire: 'OfficialAccount.CallbackAfterSendMsg',
  event: 'officialAccountMsg',
  phase: 'after',
  summary: 'An official account sent a message to its subscribers.',
  titleZh: '发公众号消息之后回调',
  source: '1047/60804, 269/102324',
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
    at: sentAt({ EventTime, MsgTime }),
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

export const afterMsgWithdraw = command({
  wire: 'OfficialAccount.CallbackAfterMsgWithDraw',
  event: 'officialAccountMsgRevoke',
  phase: 'after',
  summary: 'Messages of an official account were recalled.',
  titleZh: '撤回公众号消息之后回调',
  source: '1047/60805, 269/102325',
  request: fields(
    'OfficialAccount.CallbackAfterMsgWithDraw',
    { Official_Account: text, WithdrawMsgList: list(fields('recalled message', { MsgKey: text })) },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: { WithdrawMsgList: 'the messages that are gone', 'WithdrawMsgList[].MsgKey': 'MsgKey of the message' },
  quirks: [
    'The command has WithDraw, its field Withdraw.',
    'The sample of the page has an account that begins with #TOA#_; everywhere else they begin with @TOA#_.',
  ],
  // Two recalls may share a message.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterMsgWithDraw',
    Official_Account: '@TOA#_nova_news',
    WithdrawMsgList: [{ MsgKey: '12_1_1718000308' }],
    EventTime: 1718000309001,
  },
});
