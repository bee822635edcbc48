import type { Identity } from '../../../catalogue/command';
import { fields, integer, list, text, wholeList } from '../../../codecs';
import { command } from './command';
import { conversationOfPairs, ofUser } from './conversation';
import { checkFriendResults, FriendResults, friendRefusal, friendReply } from './friend-result';

const RequestedFriend = fields(
  'requested friend',
  { To_Account: text },
  { Remark: text, GroupName: text, AddSource: text, AddWording: text },
);

export const beforeFriendAdd = command({
  wire: 'Sns.CallbackPrevFriendAdd',
  event: 'friendRequest',
  phase: 'before',
  summary: 'A user is about to ask one or more users to be friends.',
  titleZh: '添加好友之前回调',
  source: '1047/43468, 269/61698',
  request: fields(
    'Sns.CallbackPrevFriendAdd',
    { From_Account: text, FriendItem: wholeList(RequestedFriend) },
    { CallbackCommand: text, Requester_Account: text, AddType: text, ForceAddFlags: integer, EventTime: integer },
  ),
  rewrite: FriendResults,
  refusal: friendRefusal,
  reply: (verdict, { FriendItem }) => friendReply(verdict, FriendItem),
  checkRewrite: (changes, { FriendItem }) => checkFriendResults(changes, FriendItem),
  meanings: {
    From_Account: 'user ID of the user who asks',
    FriendItem: 'the users asked',
    'FriendItem[].To_Account': 'user ID of the user who is asked',
    'FriendItem[].GroupName': 'friend list that the friend goes into',
    'FriendItem[].AddSource': 'where the request comes from: AddSource_Type_…',
    'FriendItem[].AddWording': 'the text of the request',
    AddType: 'Add_Type_Single for one direction, Add_Type_Both for both',
    ForceAddFlags: '1 when an administrator forces it, else 0',
  },
  quirks: [
    'The verdict is given for each user; refuse() refuses all of them, rewrite() decides one by one.',
    'Requests made through the REST API do not cause it.',
    'Requester_Account here, Requestor_Account where a user applies to join a group.',
  ],
  identity: ofUser,
  sample: {
    CallbackCommand: 'Sns.CallbackPrevFriendAdd',
    Requester_Account: 'u_alice',
    From_Account: 'u_alice',
    FriendItem: [
      {
        To_Account: 'u_bob',
        Remark: 'Bobby',
        GroupName: 'work',
        AddSource: 'AddSource_Type_Web',
        AddWording: 'hi, it is Alice',
      },
      {
        To_Account: 'u_carol',
        Remark: '',
        GroupName: 'work',
        AddSource: 'AddSource_Type_Web',
        AddWording: 'hello',
      },
    ],
    AddType: 'Add_Type_Both',
    ForceAddFlags: 0,
    EventTime: 1718000002002,
  },
});

const AnsweredFriend = fields(
  'answered friend',
  { To_Account: text },
  { Remark: text, TagName: text, ResponseAction: text },
);

export const beforeFriendResponse = command({
  wire: 'Sns.CallbackPrevFriendResponse',
  event: 'friendResponse',
  phase: 'before',
  summary: 'A user is about to answer one or more friend requests.',
  titleZh: '添加好友回应之前回调',
  source: '1047/43467, 269/61699',
  request: fields(
    'Sns.CallbackPrevFriendResponse',
    { From_Account: text, ResponseFriendItem: wholeList(AnsweredFriend) },
    { CallbackCommand: text, Requester_Account: text, EventTime: integer },
  ),
  rewrite: FriendResults,
  refusal: friendRefusal,
  reply: (verdict, { ResponseFriendItem }) => friendReply(verdict, ResponseFriendItem),
  checkRewrite: (changes, { ResponseFriendItem }) => checkFriendResults(changes, ResponseFriendItem),
  meanings: {
    From_Account: 'user ID of the user who answers',
    ResponseFriendItem: 'the answers',
    'ResponseFriendItem[].To_Account': 'user ID of the user who had asked',
    'ResponseFriendItem[].TagName': 'friend list that the friend goes into; GroupName in the request',
    'ResponseFriendItem[].ResponseAction':
      'Response_Action_AgreeAndAdd, Response_Action_Agree or Response_Action_Reject',
  },
  quirks: [
    'The verdict is given for each user; refuse() refuses all of them, rewrite() decides one by one.',
    'Answers given through the REST API do not cause it.',
  ],
  identity: ofUser,
  sample: {
    CallbackCommand: 'Sns.CallbackPrevFriendResponse',
    Requester_Account: 'u_bob',
    From_Account: 'u_bob',
    ResponseFriendItem: [
      { To_Account: 'u_alice', Remark: 'Al', TagName: 'friends', ResponseAction: 'Response_Action_AgreeAndAdd' },
    ],
    EventTime: 1718000003003,
  },
});

const pair = { From_Account: text, To_Account: text };
const Pair = fields('pair', pair);

/** EventTime is in no document of the four commands below; traffic that integrators keep as fixtures has it. */
const undocumentedTime = { CallbackCommand: text, EventTime: integer };

export const afterFriendAdd = command({
  wire: 'Sns.CallbackFriendAdd',
  event: 'friendAdd',
  phase: 'after',
  summary: 'Users have become friends.',
  titleZh: '添加好友之后回调',
  source: '1047/34359, 269/1657',
  request: fields(
    'Sns.CallbackFriendAdd',
    { PairList: list(fields('friend pair', pair, { Initiator_Account: text })) },
    { ...undocumentedTime, ClientCmd: text, Admin_Account: text, ForceFlag: integer },
  ),
  meanings: {
    'PairList[].From_Account': 'user ID of the user whose friend list grew',
    'PairList[].To_Account': 'user ID of the new friend',
    'PairList[].Initiator_Account': 'user ID of the user who had asked',
    ClientCmd: 'friend_add or FriendAdd after a request, friend_response or FriendResponse after an answer',
    Admin_Account: "the administrator where the app's back end did it, else empty",
    ForceFlag: '1 when it was forced, else 0',
  },
  quirks: [
    'A friendship of both directions comes as two pairs.',
    'Friends that are imported do not cause it.',
    'ForceFlag here, ForceAddFlags before the request.',
  ],
  // Nothing names the event. The key is a digest that covers EventTime; without it, one of its own.
  identity: ({ PairList, EventTime }) => ({ conversation: conversationOfPairs(PairList), at: EventTime }),
  sample: {
    CallbackCommand: 'Sns.CallbackFriendAdd',
    PairList: [
      { From_Account: 'u_alice', To_Account: 'u_bob', Initiator_Account: 'u_alice' },
      { From_Account: 'u_bob', To_Account: 'u_alice', Initiator_Account: 'u_alice' },
    ],
    ClientCmd: 'friend_response',
    Admin_Account: '',
    ForceFlag: 0,
  },
});

export const afterFriendDelete = command({
  wire: 'Sns.CallbackFriendDelete',
  event: 'friendDelete',
  phase: 'after',
  summary: 'Users were taken off friend lists.',
  titleZh: '删除好友之后回调',
  source: '1047/34360, 269/1659',
  request: fields('Sns.CallbackFriendDelete', { PairList: list(Pair) }, undocumentedTime),
  meanings: {
    'PairList[].From_Account': 'user ID of the user whose friend list shrank',
    'PairList[].To_Account': 'user ID of the former friend',
  },
  quirks: [
    'A friendship that ends on both sides comes as two pairs, one the mirror of the other.',
    'A client or the REST API that puts a friend on the blocklist causes it, too.',
  ],
  // Nothing names the event. The key is a digest that covers EventTime; without it, one of its own.
  identity: ({ PairList, EventTime }) => ({ conversation: conversationOfPairs(PairList), at: EventTime }),
  sample: {
    CallbackCommand: 'Sns.CallbackFriendDelete',
    PairList: [
      { From_Account: 'u_alice', To_Account: 'u_bob' },
      { From_Account: 'u_alice', To_Account: 'u_carol' },
    ],
  },
});

/** The pairs of one call are of one blocklist. */
function blocklistOf([first]: readonly { From_Account: string }[]): Identity['conversation'] {
  return first && ['user', first.From_Account];
}

export const afterBlackListAdd = command({
  wire: 'Sns.CallbackBlackListAdd',
  event: 'blacklistAdd',
  phase: 'after',
  summary: 'A user blocked one or more users.',
  titleZh: '添加黑名单之后回调',
  source: '1047/34361, 269/1660',
  request: fields('Sns.CallbackBlackListAdd', { PairList: list(Pair) }, undocumentedTime),
  meanings: {
    'PairList[].From_Account': 'user ID of the user who blocks',
    'PairList[].To_Account': 'user ID of the user who is blocked',
  },
  // Nothing names the event. The key is a digest that covers EventTime; without it, one of its own.
  identity: ({ PairList, EventTime }) => ({ conversation: blocklistOf(PairList), at: EventTime }),
  sample: {
    CallbackCommand: 'Sns.CallbackBlackListAdd',
    PairList: [
      { From_Account: 'u_alice', To_Account: 'u_bob' },
      { From_Account: 'u_alice', To_Account: 'u_carol' },
    ],
  },
});

export const afterBlackListDelete = command({
  wire: 'Sns.CallbackBlackListDelete',
  event: 'blacklistRemove',
  phase: 'after',
  summary: 'A user unblocked one or more users.',
  titleZh: '删除黑名单之后回调',
  source: '1047/34362, 269/1661',
  request: fields('Sns.CallbackBlackListDelete', { PairList: list(Pair) }, undocumentedTime),
  meanings: {
    'PairList[].From_Account': 'user ID of the user who unblocks',
    'PairList[].To_Account': 'user ID of the user who was blocked',
  },
  // Nothing names the event. The key is a digest that covers EventTime; without it, one of its own.
  identity: ({ PairList, EventTime }) => ({ conversation: blocklistOf(PairList), at: EventTime }),
  sample: {
    CallbackCommand: 'Sns.CallbackBlackListDelete',
    PairList: [
      { From_Account: 'u_alice', To_Account: 'u_bob' },
      { From_Account: 'u_alice', To_Account: 'u_carol' },
    ],
  },
});

export const afterFollowAdd = command({
  wire: 'Follow.CallbackAfterFollowAdd',
  event: 'follow',
  phase: 'after',
  summary: 'A user follows one or more users from now on.',
  titleZh: '关注之后回调',
  source: '1047/70355',
  request: fields(
    'Follow.CallbackAfterFollowAdd',
    { From_Account: text, FollowList: list(fields('followed user', { To_Account: text })) },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: {
    From_Account: 'user ID of the follower',
    FollowList: 'the users followed',
    'FollowList[].To_Account': 'user ID of the user who is followed',
  },
  quirks: ['A list of objects called FollowList here; the unfollow command has a list of plain strings.'],
  identity: ofUser,
  sample: {
    CallbackCommand: 'Follow.CallbackAfterFollowAdd',
    From_Account: 'u_alice',
    FollowList: [{ To_Account: 'u_bob' }, { To_Account: 'u_carol' }],
    EventTime: 1718000004004,
  },
});

export const afterFollowDelete = command({
  wire: 'Follow.CallbackAfterFollowDelete',
  event: 'unfollow',
  phase: 'after',
  summary: 'A user no longer follows one or more users.',
  titleZh: '取关之后回调',
  source: '1047/70356',
  request: fields(
    'Follow.CallbackAfterFollowDelete',
    { From_Account: text, To_Account: list(text) },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: {
    From_Account: 'user ID of the former follower',
    To_Account: 'user IDs of those who are no longer followed',
    'To_Account[]': 'one of these user IDs',
  },
  quirks: ['To_Account is a list of strings here and a single string in every other command.'],
  identity: ofUser,
  sample: {
    CallbackCommand: 'Follow.CallbackAfterFollowDelete',
    From_Account: 'u_alice',
    To_Account: ['u_bob', 'u_carol'],
    EventTime: 1718000005005,
  },
});
