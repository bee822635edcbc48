import { isJson } from '../../../catalogue/json-text';
import type { Verdict } from '../../../catalogue/verdict';
import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { c2c, inTopic, sentAt } from './conversation';
import { isStreamed, MsgBody } from './fragments';

export const onC2CMessage = command({
  wire: 'Bot.OnC2CMessage',
  event: 'botC2cMsg',
  phase: 'after',
  summary: 'A user sent a message to a chatbot.',
  titleZh: '单聊机器人消息回调',
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
    'Answers that the bot sends through the REST API cause callbacks of their own.',
  ],
  identity: ({ From_Account, To_Account, MsgKey, MsgBody, MsgTime, EventTime }) => ({
    key: isStreamed(MsgBody) ? undefined : [From_Account, To_Account, MsgKey],
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
  titleZh: '群内@机器人之后回调',
  source: '1047/68953, 269/89994',
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
    'A mention of everybody does not cause it.',
    'IDs of bots begin with @, so a mention in the text has two of them.',
  ],
  // No document says whether a message that mentions two bots comes once or twice, so the bots are part of the key.
  identity: ({ GroupId, TopicId, MsgSeq, Random, MsgBody, AtRobots_Account, MsgTime, EventTime }) => ({
    ...inTopic({ GroupId, TopicId }),
    key: isStreamed(MsgBody) ? undefined : [GroupId, TopicId || null, MsgSeq, Random, ...(AtRobots_Account ?? [])],
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

/** The answer of a handler that returns nothing. The table of the page says that RspData is required (269/103730). */
const noAnswer = { RspData: '{}' };

function botReply(verdict: Verdict): object {
  return verdict.verdict === 'allow' ? noAnswer : {};
}

function problemWithAnswer(RspData: string): string | undefined {
  return isJson(RspData) ? undefined : `RspData holds JSON in a string, e.g. JSON.stringify({ msg: 'hello' })`;
}

export const onC2CSignalMessage = command({
  wire: 'Chatbot.OnC2CSignalMessage',
  event: 'chatbotSignal',
  phase: 'after',
  summary: 'A client sent a custom signal to an AI chatbot, and the reply may answer the bot.',
  source: '1047/59057, 269/103730',
  request: fields(
    'Chatbot.OnC2CSignalMessage',
    { From_Account: text, To_Account: text, Data: text },
    { CallbackCommand: text, MsgSeq: integer, MsgRandom: integer, MsgKey: text, EventTime: integer },
  ),
  meanings: {
    To_Account: 'user ID of the bot, @RBT#…',
    Data: 'the signal: JSON in a string',
  },
  rewrite: fields('answer to the bot', { RspData: text }),
  reply: botReply,
  checkRewrite: ({ RspData }) => problemWithAnswer(RspData),
  quirks: [
    'It comes after the fact, and yet the service waits for the reply: return answer({ RspData }) to answer the bot.',
    'RspData is JSON in a string. The table of the page calls it required, so a handler that returns nothing answers {}.',
    'With ErrorCode 1, which goes out when the handler fails, the service ignores RspData.',
    'It never goes into an inbox, whose handlers run after the reply.',
  ],
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
