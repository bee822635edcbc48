import * as t from 'io-ts';
import {
  type AnyOther,
  anyRecord,
  anything,
  boolean,
  fields,
  integer,
  list,
  number,
  orElse,
  strictText,
  tagged,
  text,
  wholeList,
} from '../../../codecs';

// The cast says less than the codec does; see AnyOther.
const otherMsgType: t.Type<AnyOther, string, unknown> = strictText as t.Mixed;

/** A message element of a type that no document has; it passes through as it came. */
const OtherElement = fields('message element', { MsgType: otherMsgType }, { MsgContent: anything });

const Text = fields('text element', { Text: orElse(text, '') });
const Location = fields('location element', {}, { Desc: text, Latitude: number, Longitude: number });
const Face = fields('face element', {}, { Index: integer, Data: text });
const Custom = fields('custom element', {}, { Data: text, Desc: text, Ext: text, Sound: text });

const Sound = fields(
  'sound element',
  {},
  { Url: text, UUID: text, Size: integer, Second: integer, Download_Flag: integer },
);

const ImageInfo = fields('image', {}, { Type: integer, Size: integer, Width: integer, Height: integer, URL: text });
const Image = fields('image element', {}, { UUID: text, ImageFormat: integer, ImageInfoArray: list(ImageInfo) });

const File = fields(
  'file element',
  {},
  { Url: text, UUID: text, FileSize: integer, FileName: text, Download_Flag: integer },
);

const VideoFile = fields(
  'video element',
  {},
  {
    VideoUrl: text,
    VideoUUID: text,
    VideoSize: integer,
    VideoSecond: integer,
    VideoFormat: text,
    VideoDownloadFlag: integer,
    ThumbUrl: text,
    ThumbUUID: text,
    ThumbSize: integer,
    ThumbWidth: integer,
    ThumbHeight: integer,
    ThumbFormat: text,
    ThumbDownloadFlag: integer,
  },
);

/** An answer that is written bit by bit (269/128596): each piece comes as a message of its own. */
const Chunk = fields('chunk', {}, { EventType: text, Index: integer, Markdown: text, IsLast: boolean });
const Stream = fields('stream element', {}, { Chunks: list(Chunk), CompatibleText: text, StreamMsgID: text });

const RelayedMessage = fields(
  'relayed message',
  {},
  {
    From_Account: text,
    To_Account: text,
    GroupId: text,
    MsgSeq: integer,
    MsgRandom: integer,
    MsgTimeStamp: integer,
    // Elements again, forwarded messages among them. They are not decoded, because a recursive codec would follow any
    // depth that a sender chooses.
    MsgBody: list(anyRecord),
    CloudCustomData: text,
  },
);
const Relay = fields(
  'relay element',
  {},
  {
    Title: text,
    MsgNum: integer,
    CompatibleText: text,
    AbstractList: list(text),
    MsgList: list(RelayedMessage),
    JsonMsgKey: text,
  },
);

const element = <T extends string, A, O>(type: T, content: t.Type<A, O, unknown>, empty: NoInfer<A>) =>
  fields(type, { MsgType: t.literal(type), MsgContent: orElse(content, empty) });

/**
 * One element of a message (1047/33527; TIMRelayElem is missing from the mainland page 269/2720). Captures and SDKs of
 * different ages leave out nearly every field. What its sender can put into an element must not decide whether a
 * message reaches the handler that would refuse it: content that does not fit reads as empty, a text that is not a
 * string as ''.
 */
export const MessageElement = tagged(
  'message element',
  'MsgType',
  {
    TIMTextElem: element('TIMTextElem', Text, { Text: '' }),
    TIMLocationElem: element('TIMLocationElem', Location, {}),
    TIMFaceElem: element('TIMFaceElem', Face, {}),
    TIMCustomElem: element('TIMCustomElem', Custom, {}),
    TIMSoundElem: element('TIMSoundElem', Sound, {}),
    TIMImageElem: element('TIMImageElem', Image, {}),
    TIMFileElem: element('TIMFileElem', File, {}),
    TIMVideoFileElem: element('TIMVideoFileElem', VideoFile, {}),
    TIMRelayElem: element('TIMRelayElem', Relay, {}),
    TIMStreamElem: element('TIMStreamElem', Stream, {}),
  },
  OtherElement,
);
export type MessageElement = t.TypeOf<typeof MessageElement>;

export const MsgBody = wholeList(MessageElement);

/**
 * Whether a message is a piece of a streamed answer. Its sender chooses MsgSeq, which may repeat (269/128596), so
 * neither it nor MsgKey, which is made of it, names the message.
 */
export function isStreamed(elements: readonly { MsgType: string }[] | undefined): boolean {
  return elements?.some(({ MsgType }) => MsgType === 'TIMStreamElem') ?? false;
}

/** What a handler may change of a message that is about to be sent; `MsgBody` replaces the whole list. */
export const MessageChanges = fields('message changes', {}, { MsgBody, CloudCustomData: text });

/** No document says what an empty list of elements does. It must not let the message through unseen. */
export function checkMessageChanges({ MsgBody: elements }: t.TypeOf<typeof MessageChanges>): string | undefined {
  return elements?.length === 0
    ? 'no document describes an empty MsgBody; leave it out, or use refuse() or drop()'
    : undefined;
}
