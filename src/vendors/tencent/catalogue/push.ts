import type { Identity } from '../../../catalogue/command';
import { fields, integer, integerOrEmpty, list, text } from '../../../codecs';
import { command } from './command';

/**
 * A batch of 1 to 100 results. Nothing names the batch. Its time, that of its first result, is in seconds, unlike
 * everywhere else (1047/67551, 1047/67552). So every delivery has a key of its own.
 */
function ofBatch([first]: readonly { EventTime?: number }[]): Identity {
  return { at: first?.EventTime === undefined ? undefined : first.EventTime * 1000 };
}

const Result = fields(
  'push result',
  { TaskId: text, To_Account: text },
  {
    CallbackCommand: text,
    EventType: integer,
    DataId: text,
    TaskTime: integer,
    EventTime: integer,
    PushPlatform: integer,
    DeviceType: integer,
    PushStage: integer,
    ErrCode: integer,
    ErrInfo: text,
  },
);

export const onAllMemberPush = command({
  wire: 'Push.AllMemberPush',
  event: 'allMemberPush',
  phase: 'after',
  summary: 'Results of a push to all users, to those with a tag or to single ones: 1 to 100 in a call.',
  titleZh: '全员/标签/单推回调',
  source: '1047/67551, 269/102568',
  request: fields('Push.AllMemberPush', { Events: list(Result) }),
  meanings: {
    Events: 'the results, 1 to 100',
    'Events[].CallbackCommand': 'the command; there is none at the top of the body',
    'Events[].EventType': '1 offline push, 2 online push',
    'Events[].TaskId': 'ID of the push task',
    'Events[].DataId': 'ID of your own that was given with the push',
    'Events[].TaskTime': 'when the push was requested, Unix SECONDS',
    'Events[].EventTime': 'when it happened, Unix SECONDS',
    'Events[].DeviceType': 'channel of the device in an online push; the numbers of PushPlatform',
  },
  quirks: [
    'The command stands in each result, not at the top of the body; the URL has it.',
    'EventTime is in seconds here, in milliseconds in every other family.',
    'ErrCode and ErrInfo belong to a result; the reply has ErrorCode and ErrorInfo as always.',
    'Above 1000 calls a second, the service sends the excess later.',
    "Integrators' code has other platform numbers than the documents.",
  ],
  identity: ({ Events }) => ofBatch(Events),
  sample: {
    Events: [
      {
        CallbackCommand: 'Push.AllMemberPush',
        EventType: 1,
        TaskId: '66f0aa_11_22_33',
        TaskTime: 1718000400,
        EventTime: 1718000401,
        To_Account: 'u_bob',
        PushPlatform: 1,
        PushStage: 1,
        ErrCode: 0,
        ErrInfo: 'OK',
      },
      {
        CallbackCommand: 'Push.AllMemberPush',
        EventType: 2,
        TaskId: '66f0aa_11_22_34',
        TaskTime: 1718000400,
        EventTime: 1718000402,
        To_Account: 'u_carol',
        PushPlatform: 0,
        PushStage: 1,
        ErrCode: 0,
        ErrInfo: 'OK',
      },
    ],
  },
});

const MessageResult = fields(
  'push result of a message',
  { To_Account: text },
  {
    CallbackCommand: text,
    EventType: integer,
    EventTime: integer,
    From_Account: text,
    PushPlatform: integer,
    PushStage: integer,
    MsgKey: text,
    GroupID: text,
    MsgSeq: integer,
    // The page says that it is empty for groups, yet a sample of a group has a number (1047/67552). One such result
    // must not make the whole batch fail.
    MsgRandom: integerOrEmpty,
    MsgTime: integer,
    PushID: text,
    ErrCode: integer,
    ErrInfo: text,
  },
);

export const onOfflinePush = command({
  wire: 'Push.OfflinePush',
  event: 'offlinePush',
  phase: 'after',
  summary: 'Results of offline pushes of messages: 1 to 100 in a call.',
  titleZh: '其他推送回调',
  source: '1047/67552',
  request: fields('Push.OfflinePush', { Events: list(MessageResult) }),
  meanings: {
    Events: 'the results, 1 to 100',
    'Events[].CallbackCommand': 'the command; there is none at the top of the body',
    'Events[].EventType': '1 message to a user, 2 message to a group',
    'Events[].EventTime': 'when it happened, Unix SECONDS',
    'Events[].MsgKey': 'message key; messages to a user only',
    'Events[].GroupID': 'group ID, with a capital D; messages to a group only',
    'Events[].PushID': 'ID of the push',
  },
  quirks: [
    'The command stands in each result, not at the top of the body; the URL has it.',
    'EventTime is in seconds here, in milliseconds in every other family.',
    'EventType has another meaning than in Push.AllMemberPush.',
    'GroupID has a capital D; every other command has GroupId.',
    'ErrCode and ErrInfo belong to a result; the reply has ErrorCode and ErrorInfo as always.',
    'Above 1000 calls a second, the service sends the excess later.',
    "Integrators' code has other platform numbers than the documents.",
  ],
  identity: ({ Events }) => ofBatch(Events),
  sample: {
    Events: [
      {
        CallbackCommand: 'Push.OfflinePush',
        EventType: 1,
        EventTime: 1718000410,
        From_Account: 'u_alice',
        To_Account: 'u_bob',
        PushPlatform: 4,
        PushStage: 2,
        MsgKey: '70211_4021556_1718000010',
        MsgSeq: 70211,
        MsgRandom: 4021556,
        MsgTime: 1718000010,
        PushID: '66f0bb_1_2',
        ErrCode: 0,
        ErrInfo: 'OK',
      },
      {
        CallbackCommand: 'Push.OfflinePush',
        EventType: 2,
        EventTime: 1718000411,
        From_Account: 'u_alice',
        To_Account: 'u_carol',
        PushPlatform: 1,
        PushStage: 1,
        GroupID: '@TGS#1NOVA7QLX',
        MsgSeq: 1204,
        MsgRandom: 778899,
        MsgTime: 1718000206,
        PushID: '66f0bb_1_3',
        ErrCode: 0,
        ErrInfo: 'OK',
      },
    ],
  },
});
