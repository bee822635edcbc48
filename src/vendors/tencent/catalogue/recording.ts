import { fields, integer, text } from '../../../codecs';

const EventInfo = fields(
  'recording event',
  { RoomId: text },
  {
    EventTs: integer,
    EventMsTs: integer,
    UserId: text,
    TaskId: text,
    // Its form depends on EventType; what else is in it passes through.
    Payload: fields('recording payload', {}, { Status: integer }),
  },
);

/**
 * The recording callback of TRTC (647/81113, 647/54914), which live rooms and calls pass on inside the envelope of
 * Chat: flat in Live.CallbackAfterCloudRecordingChanged, one level deeper in Call.CallbackAfterRecordChanged.
 */
export const recordingEvent = {
  required: { EventType: integer, EventInfo },
  optional: { EventGroupId: integer, CallbackTs: integer },
};

/** What the fields mean; `at` is the path they lie under. */
export function recordingMeanings(at: '' | 'Callback.'): Readonly<Record<string, string>> {
  const meanings: Readonly<Record<string, string>> = {
    EventGroupId: '3 cloud recording, 8 page recording',
    EventType:
      '301 recorder started, 302 recorder stopped, 303 upload started, 304 index file, 305 upload stopped, 306 failover, 307 first slice, 311 upload to VOD finished, 312 VOD task ended',
    CallbackTs: 'when the callback was sent, Unix milliseconds',
    EventInfo: 'what happened to the recording',
    'EventInfo.EventTs': 'when it happened, Unix SECONDS',
    'EventInfo.EventMsTs': 'when it happened, Unix milliseconds',
    'EventInfo.UserId': 'user ID of the recording robot',
    'EventInfo.TaskId': 'ID of the recording task',
    'EventInfo.Payload': 'more about it; its form depends on EventType',
    'EventInfo.Payload.Status': '0 when it went well',
  };
  return Object.fromEntries(Object.entries(meanings).map(([path, meaning]) => [at + path, meaning]));
}

/** In Unix milliseconds. */
export function happenedAt(body: { EventInfo: { EventTs?: number; EventMsTs?: number } }): number | undefined {
  const { EventTs, EventMsTs } = body.EventInfo;
  return EventMsTs ?? (EventTs === undefined ? undefined : EventTs * 1000);
}
