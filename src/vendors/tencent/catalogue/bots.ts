import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { c2c, sentAt } from './conversation';
import { MsgBody } from './fragments';

export const onC2CMessage = command({
  wire: 'Bot.OnC2CMessage',
  event: 'botC2cMsg',
  phase: 'after',
  summary: 'A user sent a message to a chatbot.',
  source: '1047/68952, 269/90407',
  request: fields(
    'Bot.OnC2CMessage',
    { From_Account: text, To_Account: text, MsgBody },
    {
      CallbackCommand: text,
      MsgSeq: integer,
      MsgRandom: integer,
      MsgTime: integer,
      MsgKey: text,
      MsgId: text,
      OnlineOnlyFlag: integer,
      SendMsgResult: integer,
      ErrorInfo: text,
      UnreadMsgNum: integer,
      CloudCustomData: text,
      EventTime: integer,
      SyncOtherMachine: integer,
      SupportMessageExtension: integer,
    },
  ),
  meanings: {
    To_Account: 'user ID of the bot, @RBT#…',
    SyncOtherMachine: 'not documented; seen in a capture',
    SupportMessageExtension: 'not documented; seen in a capture',
  },
  quirks: [
    'The older document has UnreadMsgNum, the newer one EventTime: expect either.',
    'What the bot answers through the REST API sends callbacks of its own.',
  ],
  identity: ({ From_Account, To_Account, MsgKey, MsgTime, EventTime }) => ({
    key: [From_Account, To_Account, MsgKey],
    conversation: c2c(From_Account, To_Account),
    at: sentAt({ EventTime, MsgTime }),
  }),
  sample: {
    CallbackCommand: 'Bot.OnC2CMessage',
    From_Account: 'u_alice',
    To_Account: '@RBT#007',
    MsgSeq: 812,
    MsgRandom: 99120,
    MsgTime: 1718000140,
    MsgKey: '812_99120_1718000140',
    OnlineOnlyFlag: 0,
    SendMsgResult: 0,
    ErrorInfo: 'send msg succeed',
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'what is the weather?' } }],
    CloudCustomData: '',
    EventTime: 1718000140777,
  },
});

export const onGroupMessage = command({
  wire: 'Bot.OnGroupMessage',
  event: 'botGroupMsg',
  phase: 'after',
  summary: 'A chatbot was mentioned by name in a group.',
  source: '1047/68953',
  request: fields(
    'Bot.OnGroupMessage',
    { GroupId: text, From_Account: text, MsgBody },
    {
      CallbackCommand: text,
      Type: text,
      Operator_Account: text,
      Random: integer,
      MsgSeq: integer,
      MsgTime: integer,
      OnlineOnlyFlag: integer,
      AtRobots_Account: list(text),
      CloudCustomData: text,
      TopicId: text,
      EventTime: integer,
      GroupName: text,
    },
  ),
  meanings: {
    AtRobots_Account: 'the bots mentioned',
    'AtRobots_Account[]': 'user ID of a bot, @RBT#…',
    GroupName: 'name of the group; not documented',
  },
  quirks: [
    'A mention of everybody does not send it.',
    'IDs of bots begin with @, so a mention in the text has two of them.',
  ],
  // Nobody says whether a message that mentions two bots comes once or twice, so the bots are part of its name.
  identity: ({ GroupId, TopicId, MsgSeq, Random, AtRobots_Account, MsgTime, EventTime }) => ({
    key: [GroupId, TopicId ?? '-', MsgSeq, Random, ...(AtRobots_Account ?? [])],
    conversation: ['group', GroupId, TopicId],
    at: sentAt({ EventTime, MsgTime }),
  }),
  sample: {
    CallbackCommand: 'Bot.OnGroupMessage',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    From_Account: 'u_alice',
    Operator_Account: 'u_alice',
    Random: 334455,
    MsgSeq: 51,
    MsgTime: 1718000150,
    OnlineOnlyFlag: 0,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '@@RBT#007 summarise please' } }],
    AtRobots_Account: ['@RBT#007'],
    CloudCustomData: '',
    EventTime: 1718000150321,
  },
});

export const onC2CSignalMessage = command({
  wire: 'Chatbot.OnC2CSignalMessage',
  event: 'chatbotSignal',
  phase: 'after',
  summary: 'A client sent a custom signal to an AI chatbot.',
  source: '269 (AI chatbot)',
  confidence: 'from-code',
  request: fields(
    'Chatbot.OnC2CSignalMessage',
    { From_Account: text, To_Account: text, Data: text },
    { CallbackCommand: text, MsgSeq: integer, MsgRandom: integer, MsgKey: text, EventTime: integer },
  ),
  meanings: {
    To_Account: 'user ID of the bot, @RBT#…',
    Data: 'the signal, in whatever form the client gave it',
    EventTime: 'when it happened, presumably Unix milliseconds',
  },
  quirks: ['No document shows its body; the fields are those of an SDK that has it.'],
  identity: ({ From_Account, To_Account, MsgKey, EventTime }) => ({
    key: [From_Account, To_Account, MsgKey],
    conversation: c2c(From_Account, To_Account),
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Chatbot.OnC2CSignalMessage',
    From_Account: 'u_alice',
    To_Account: '@RBT#007',
    MsgSeq: 813,
    MsgRandom: 99121,
    MsgKey: '813_99121_1718000160',
    EventTime: 1718000160888,
    Data: '{"action":"stop"}',
  },
});
