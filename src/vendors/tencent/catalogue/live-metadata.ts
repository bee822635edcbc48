import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { inLiveRoom } from './conversation';
import { sisterProduct } from './rtc';

export const afterSetMetadata = command({
  wire: 'Live.CallbackAfterSetMetadata',
  event: 'liveMetadataSet',
  phase: 'after',
  summary: 'Metadata of a live room were set.',
  titleZh: '设置房间自定义信息后回调',
  source: '647/68222, 269/125789',
  request: fields(
    'Live.CallbackAfterSetMetadata',
    { RoomId: text },
    {
      CallbackCommand: text,
      Operator_Account: text,
      // Optional: a table (647/68223) gives this name to deletions, too.
      Metadata: list(fields('metadata', { Key: text }, { Value: text })),
      EventTime: integer,
    },
  ),
  meanings: {
    Metadata: 'what was set',
    'Metadata[].Key': 'name of the entry',
    'Metadata[].Value': 'its value',
  },
  quirks: [sisterProduct],
  // An entry may be set to the same value again.
  identity: inLiveRoom,
  sample: {
    CallbackCommand: 'Live.CallbackAfterSetMetadata',
    Operator_Account: 'u_alice',
    RoomId: 'live-3',
    Metadata: [{ Key: 'bg', Value: 'blue' }],
    EventTime: 1718000602001,
  },
});

export const afterDelMetadata = command({
  wire: 'Live.CallbackAfterDelMetadata',
  event: 'liveMetadataDelete',
  phase: 'after',
  summary: 'Keys were deleted from the metadata of a live room.',
  titleZh: '删除房间自定义信息后回调',
  source: '647/68223',
  request: fields(
    'Live.CallbackAfterDelMetadata',
    { RoomId: text, Keys: list(text) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { Keys: 'the keys that are gone', 'Keys[]': 'key' },
  quirks: [
    sisterProduct,
    'The table of the page names Live.CallbackAfterSetMetadata, another command; its title and sample do not.',
  ],
  identity: inLiveRoom,
  sample: {
    CallbackCommand: 'Live.CallbackAfterDelMetadata',
    Operator_Account: 'u_alice',
    RoomId: 'live-3',
    Keys: ['bg'],
    EventTime: 1718000603001,
  },
});
