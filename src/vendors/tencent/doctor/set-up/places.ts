/** Where Tencent's callbacks are switched on. Sources: 1047/34520 (= 269/32431), 1071/78175, 647/104469, 647/68938, 269/102315. */

/** A product with a callback URL and a list of commands of its own, which are set by REST. */
export interface RestApi {
  /** `<name>/set_callback`. */
  readonly name: 'live_config' | 'room_config' | 'call_config';
  readonly product: string;
  /** How a list that is there already is changed. */
  readonly change: string;
  /** Its switches in a console, where there is one. */
  readonly console?: string;
  readonly source: string;
}

export const live: RestApi = {
  name: 'live_config',
  product: 'Live',
  change: 'ErrorCode 100300 says that there is a list already: send the same to v4/live_config/update_callback.',
  console: 'In a console: Live > Configuration > Live Webhook (回调配置 > 直播/语聊房 TUILiveKit 回调).',
  source: '1071/78178, 269/117540',
};

const room: RestApi = {
  name: 'room_config',
  product: 'Room',
  change: 'ErrorCode 100300 says that there is a list already: send the same to v4/room_config/update_callback.',
  source: '647/104469',
};

const call: RestApi = {
  name: 'call_config',
  product: 'Call',
  change: 'It replaces the list that is there.',
  source: '647/68938',
};

export const restApis: readonly RestApi[] = [live, room, call];

/** The products that send commands of this family. Seats (Mic) are of live rooms and of conference rooms. */
export function productsOf(wire: string): readonly RestApi[] {
  const [family = ''] = wire.split('.');
  const byFamily: Readonly<Record<string, readonly RestApi[]>> = {
    Live: [live],
    Room: [room],
    Mic: [live, room],
    Call: [call],
  };
  return byFamily[family] ?? [];
}

/** Whether its switch is opened by a support ticket on the mainland; international pages name a switch in the console. */
export const isByTicket = (wire: string): boolean => wire.startsWith('OfficialAccount.');

const chat = 'Chat > Webhook';

/** Switches of Chat's console that are not where one looks for them, or are not enough. */
const special: Readonly<Record<string, string>> = {
  'State.StateChange': `${chat}; first 用户状态查询及状态变更通知配置 (login and message)`,
  'Profile.CallbackPortraitSet': `${chat}; first 用户资料变更订阅开关 (login and message)`,
  'Group.CallbackOnMemberStateChange': `${chat}; first 群成员在线状态开关 (group configuration)`,
  'Group.CallbackAfterCreateTopic': `${chat}; the switch of Group.CallbackAfterCreateGroup`,
  'Group.CallbackAfterTopicDestroyed': `${chat}; the switch of Group.CallbackAfterGroupDestroyed`,
  'Group.CallbackOnDailyGroupQuotaAlarm': `${chat}; the switch of Group.CallbackAfterGroupInfoChanged`,
  'Alert.RequestOverLimit': 'no switch: it comes as soon as there is a URL',
  'ContentCallback.ResultNotify': 'cloud moderation: 返回审核结果, off by default; to the URL of Chat',
  'Push.AllMemberPush': `${chat}, or Push: they share the switch`,
  'Push.OfflinePush': `${chat}, or Push: they share the switch`,
  'Bot.OnC2CMessage': `${chat}: 机器人事件回调`,
  'Bot.OnGroupMessage': `${chat}: 机器人事件回调`,
};

/** Where in a console a command of Chat is switched on. */
export const placeOf = (wire: string): string => special[wire] ?? chat;
