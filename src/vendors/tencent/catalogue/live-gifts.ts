import { anyRecord, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { sisterProduct } from './rtc';

export const beforeSendGift = command({
  wire: 'Live.CallbackBeforeSendGift',
  event: 'liveGift',
  phase: 'before',
  summary: 'A viewer is about to send a gift in a live room.',
  titleZh: '发送礼物之前回调',
  source: '647/72210, 647/121916',
  request: fields(
    'Live.CallbackBeforeSendGift',
    {
      RoomId: text,
      GiftWater: fields(
        'gift',
        { From_Account: text, GiftId: text },
        { To_Account: list(text), Time: integer, Count: integer, Coins: integer },
      ),
    },
    { CallbackCommand: text, Operator_Account: text },
  ),
  meanings: {
    GiftWater: 'the gift',
    'GiftWater.From_Account': 'user ID of the giver',
    'GiftWater.To_Account': 'user IDs of the receivers',
    'GiftWater.To_Account[]': 'user ID',
    'GiftWater.Time': 'when, Unix SECONDS',
    'GiftWater.GiftId': 'which gift',
    'GiftWater.Count': 'how many of it',
    'GiftWater.Coins': 'what it costs',
  },
  refusal: { plain: 1, own: [102100, 102200] },
  failurePolicy: 'refuse',
  quirks: [
    sisterProduct,
    'The only command of Tencent where no reply means a refusal: without a valid reply in 2 s the gift is blocked.',
    'There is no id and no EventTime: two equal gifts of one second have equal bodies.',
  ],
  // Nothing tells two equal gifts of one second apart, so every delivery has a key of its own.
  identity: ({ RoomId, GiftWater: { Time } }) => ({
    conversation: ['live', RoomId],
    at: Time === undefined ? undefined : Time * 1000,
  }),
  sample: {
    CallbackCommand: 'Live.CallbackBeforeSendGift',
    Operator_Account: 'u_bob',
    RoomId: 'live-3',
    GiftWater: {
      From_Account: 'u_bob',
      To_Account: ['u_alice'],
      Time: 1718000606,
      GiftId: 'rose',
      Count: 1,
      Coins: 10,
    },
  },
});

export const beforeCallBackNotBlock = command({
  wire: 'Live.CallbackBeforeCallBackNotBlock',
  event: 'liveGiftNonBlocking',
  phase: 'before',
  summary: 'Listed among the commands, but probably only a setting: it lets gifts pass when their callback fails.',
  titleZh: '送礼前回调不阻塞配置',
  source: '647/72210, 647/64413, 269/117536',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [
    sisterProduct,
    'Lists of commands have it, and the pages about gifts link it as a setting: an entry of CallbackCommandList that lets a gift pass when the reply fails or is late. No page prints it in a request, so it is probably never sent.',
  ],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackBeforeCallBackNotBlock' },
});
