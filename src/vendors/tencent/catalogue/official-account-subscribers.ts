import { fields, integer, list, text, wholeList } from '../../../codecs';
import { command } from './command';
import { ofOfficialAccount } from './conversation';
import { refusedUsers } from './refused-users';

const Subscriber = fields('subscriber', { Subscriber_Account: text });
const Subscribers = list(Subscriber);

export const beforeAddSubscriber = command({
  wire: 'OfficialAccount.CallbackBeforeAddSubscriber',
  event: 'officialAccountSubscribe',
  phase: 'before',
  summary: 'Users are about to become subscribers of an official account.',
  titleZh: '订阅公众号之前回调',
  source: '1047/60799, 269/102319',
  request: fields(
    'OfficialAccount.CallbackBeforeAddSubscriber',
    { Official_Account: text, SubscribeAccountList: wholeList(Subscriber) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { SubscribeAccountList: 'users to become subscribers' },
  quirks: [
    'To keep out some of the users, rewrite RefusedSubscribers_Account; a refusal keeps out all of them.',
    'The running text of the page says RefusedMembers_Account, which is the field of groups.',
    'A refusal cannot have a code of its own.',
  ],
  ...refusedUsers(
    'RefusedSubscribers_Account',
    (body: { SubscribeAccountList: readonly { Subscriber_Account: string }[] }) =>
      body.SubscribeAccountList.map(({ Subscriber_Account }) => Subscriber_Account),
  ),
  // A user may subscribe again.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackBeforeAddSubscriber',
    Official_Account: '@TOA#_nova_news',
    Operator_Account: 'u_bob',
    SubscribeAccountList: [{ Subscriber_Account: 'u_bob' }],
    EventTime: 1718000303001,
  },
});

export const afterAddSubscriber = command({
  wire: 'OfficialAccount.CallbackAfterAddSubscriber',
  event: 'officialAccountSubscribe',
  phase: 'after',
  summary: 'Users have become subscribers of an official account.',
  titleZh: '订阅公众号之后回调',
  source: '1047/60800, 269/102320',
  request: fields(
    'OfficialAccount.CallbackAfterAddSubscriber',
    { Official_Account: text, SubscribeAccountList: Subscribers },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { SubscribeAccountList: 'the new subscribers' },
  // A user may subscribe again.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterAddSubscriber',
    Official_Account: '@TOA#_nova_news',
    Operator_Account: 'u_bob',
    SubscribeAccountList: [{ Subscriber_Account: 'u_bob' }],
    EventTime: 1718000304001,
  },
});

export const afterOfficialAccountFull = command({
  wire: 'OfficialAccount.CallbackAfterOfficialAccountFull',
  event: 'officialAccountFull',
  phase: 'after',
  summary: 'An official account has as many subscribers as it may have.',
  titleZh: '公众号可订阅的人数已满之后回调',
  source: '1047/60801',
  request: fields(
    'OfficialAccount.CallbackAfterOfficialAccountFull',
    { Official_Account: text },
    { CallbackCommand: text, EventTime: integer },
  ),
  // It can happen again.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterOfficialAccountFull',
    Official_Account: '@TOA#_nova_news',
    EventTime: 1718000305001,
  },
});

export const afterDeleteSubscriber = command({
  wire: 'OfficialAccount.CallbackAfterDeleteSubscriber',
  event: 'officialAccountUnsubscribe',
  phase: 'after',
  summary: 'Users are no longer subscribers of an official account.',
  titleZh: '删除订阅者之后回调',
  source: '1047/60802',
  request: fields(
    'OfficialAccount.CallbackAfterDeleteSubscriber',
    { Official_Account: text, SubscribeAccountList: Subscribers },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { SubscribeAccountList: 'those who are no longer subscribers' },
  // A user may unsubscribe again.
  identity: ofOfficialAccount,
  sample: {
    CallbackCommand: 'OfficialAccount.CallbackAfterDeleteSubscriber',
    Official_Account: '@TOA#_nova_news',
    Operator_Account: 'u_bob',
    SubscribeAccountList: [{ Subscriber_Account: 'u_bob' }],
    EventTime: 1718000306001,
  },
});
