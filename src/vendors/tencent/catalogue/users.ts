import { anything, fields, integer, list, text } from '../../../codecs';
import { command } from './command';

const StateInfo = fields('state', { Action: text, To_Account: text }, { Reason: text, CustomStatus: text });

export const onStateChange = command({
  wire: 'State.StateChange',
  event: 'userState',
  phase: 'after',
  summary: 'A user went online or offline, or set another custom status.',
  titleZh: '状态变更回调',
  source: '1047/34357, 269/2570',
  request: fields(
    'State.StateChange',
    { Info: StateInfo },
    { CallbackCommand: text, EventTime: integer, KickedDevice: list(fields('kicked device', {}, { Platform: text })) },
  ),
  meanings: {
    Info: 'what changed, for whom and why',
    'Info.Action': 'Login, Logout, Disconnect or CustomStatusChange',
    'Info.To_Account': 'user ID of the user whose state changed',
    'Info.Reason':
      'Register, Unregister, LinkClose (connection gone), TimeOut (no heartbeat for 400 s) or SetCustomStatus',
    'Info.CustomStatus': 'the new custom status',
    KickedDevice: 'devices that this login put offline; absent where there are none',
    'KickedDevice[].Platform': 'iOS, Android, Web, Windows, iPad, Mac or Linux',
  },
  quirks: [
    'A lost connection is Action Disconnect today and Action Logout in older traffic, both with Reason LinkClose or TimeOut.',
    'Current SDKs report a kick only in KickedDevice of the new login; older SDKs send a Logout of the kicked device too.',
    'No sample shows the custom status; the table of fields suggests that it is inside Info.',
    'OptPlatform of the URL is IOS for this command, iOS for others.',
    'Expect bursts when many connections break at once.',
    'A reconnection in time suppresses the Disconnect of the old connection; a web page that is open but offline gets its LinkClose after 60 s.',
    'The REST API that invalidates a login causes it, too.',
  ],
  // Nothing names the event. The key is a digest that covers EventTime; in older traffic without it, one of its own.
  identity: ({ Info, EventTime }) => ({ conversation: ['user', Info.To_Account], at: EventTime }),
  sample: {
    CallbackCommand: 'State.StateChange',
    EventTime: 1718000000123,
    Info: { Action: 'Login', To_Account: 'u_alice', Reason: 'Register' },
    KickedDevice: [{ Platform: 'Web' }, { Platform: 'iPad' }],
  },
});

export const onPortraitSet = command({
  wire: 'Profile.CallbackPortraitSet',
  event: 'userInfo',
  phase: 'after',
  summary: 'The profile of a user was changed, by the user or by an administrator.',
  titleZh: '更新资料之后回调',
  source: '1047/48733, 269/76489',
  request: fields(
    'Profile.CallbackPortraitSet',
    // Value is a number or a string, depending on the tag.
    { From_Account: text, ProfileItem: list(fields('profile item', { Tag: text }, { Value: anything })) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: {
    From_Account: 'user ID of the user whose profile changed',
    ProfileItem: 'the fields that changed',
    'ProfileItem[].Tag': 'name of the field: Tag_Profile_IM_… or Tag_Profile_Custom_…',
    'ProfileItem[].Value': 'the new value: a number for tags that hold numbers, else a string',
  },
  quirks: [
    'It needs the subscription to profile changes in the console as well as its own switch.',
    'Some samples have an OptionType, which no table lists; it passes through untouched.',
  ],
  // Nothing names the event; the digest covers EventTime.
  identity: ({ From_Account, EventTime }) => ({ conversation: ['user', From_Account], at: EventTime }),
  sample: {
    CallbackCommand: 'Profile.CallbackPortraitSet',
    Operator_Account: 'u_alice',
    From_Account: 'u_alice',
    EventTime: 1718000001001,
    ProfileItem: [
      { Tag: 'Tag_Profile_IM_Nick', Value: 'Ally' },
      { Tag: 'Tag_Profile_IM_Birthday', Value: 19900101 },
      { Tag: 'Tag_Profile_IM_AllowType', Value: 'AllowType_Type_AllowAny' },
    ],
  },
});
