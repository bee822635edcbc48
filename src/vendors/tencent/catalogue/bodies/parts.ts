/** What the bodies of several topics have in common. Written by `npm run docs` from the catalogue; do not edit. */

/** Message element. */
export type TencentMessageElement = 
  | TencentTIMTextElem
  | TencentTIMLocationElem
  | TencentTIMFaceElem
  | TencentTIMCustomElem
  | TencentTIMSoundElem
  | TencentTIMImageElem
  | TencentTIMFileElem
  | TencentTIMVideoFileElem
  | TencentTIMRelayElem
  | TencentTIMStreamElem
  | TencentOtherMessageElement;

/** TIMTextElem. */
export type TencentTIMTextElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMTextElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentTextElement;
};

/** Text element. */
export type TencentTextElement = {
  /** the text; empty where the sender sent none, or none that is a text */
  Text: string;
};

/** TIMLocationElem. */
export type TencentTIMLocationElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMLocationElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentLocationElement;
};

/** Location element. */
export type TencentLocationElement = {
  /** the place in words */
  Desc?: string;
  /** degrees */
  Latitude?: number;
  /** degrees */
  Longitude?: number;
};

/** TIMFaceElem. */
export type TencentTIMFaceElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMFaceElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentFaceElement;
};

/** Face element. */
export type TencentFaceElement = {
  /** number of the emoji in the app's own set */
  Index?: number;
  /** data of the app's own */
  Data?: string;
};

/** TIMCustomElem. */
export type TencentTIMCustomElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMCustomElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentCustomElement;
};

/** Custom element. */
export type TencentCustomElement = {
  /** data of the app's own, often JSON */
  Data?: string;
  /** text of the offline push */
  Desc?: string;
  /** payload of the offline push */
  Ext?: string;
  /** sound of the offline push */
  Sound?: string;
};

/** TIMSoundElem. */
export type TencentTIMSoundElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMSoundElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentSoundElement;
};

/** Sound element. */
export type TencentSoundElement = {
  /** where it can be downloaded */
  Url?: string;
  /** unique ID of the file */
  UUID?: string;
  /** bytes */
  Size?: number;
  /** its length in SECONDS */
  Second?: number;
  /** 2 when it is downloaded from Url */
  Download_Flag?: number;
};

/** TIMImageElem. */
export type TencentTIMImageElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMImageElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentImageElement;
};

/** Image element. */
export type TencentImageElement = {
  /** unique ID of the picture */
  UUID?: string;
  /** 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 another */
  ImageFormat?: number;
  /** the picture in several sizes */
  ImageInfoArray?: TencentImage[];
};

/** Image. */
export type TencentImage = {
  /** 1 original, 2 large, 3 thumbnail */
  Type?: number;
  /** bytes */
  Size?: number;
  /** pixels */
  Width?: number;
  /** pixels */
  Height?: number;
  /** where it can be downloaded */
  URL?: string;
};

/** TIMFileElem. */
export type TencentTIMFileElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMFileElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentFileElement;
};

/** File element. */
export type TencentFileElement = {
  /** where it can be downloaded */
  Url?: string;
  /** unique ID of the file */
  UUID?: string;
  /** bytes */
  FileSize?: number;
  /** its name */
  FileName?: string;
  /** 2 when it is downloaded from Url */
  Download_Flag?: number;
};

/** TIMVideoFileElem. */
export type TencentTIMVideoFileElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMVideoFileElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentVideoElement;
};

/** Video element. */
export type TencentVideoElement = {
  /** where it can be downloaded */
  VideoUrl?: string;
  /** unique ID of the video */
  VideoUUID?: string;
  /** bytes */
  VideoSize?: number;
  /** its length in SECONDS */
  VideoSecond?: number;
  /** e.g. mp4 */
  VideoFormat?: string;
  /** 2 when it is downloaded from VideoUrl */
  VideoDownloadFlag?: number;
  /** where its thumbnail can be downloaded */
  ThumbUrl?: string;
  /** unique ID of the thumbnail */
  ThumbUUID?: string;
  /** bytes of the thumbnail */
  ThumbSize?: number;
  /** pixels of the thumbnail */
  ThumbWidth?: number;
  /** pixels of the thumbnail */
  ThumbHeight?: number;
  /** e.g. JPG */
  ThumbFormat?: string;
  /** 2 when it is downloaded from ThumbUrl */
  ThumbDownloadFlag?: number;
};

/** TIMRelayElem. */
export type TencentTIMRelayElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMRelayElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentRelayElement;
};

/** Relay element. */
export type TencentRelayElement = {
  /** heading of the messages that are forwarded together */
  Title?: string;
  /** number of these messages */
  MsgNum?: number;
  /** text for apps that do not know the element */
  CompatibleText?: string;
  /** short forms of the messages */
  AbstractList?: string[];
  /** the messages; absent where they are too large, see JsonMsgKey */
  MsgList?: TencentRelayedMessage[];
  /** stands for the messages where they are too large to be sent */
  JsonMsgKey?: string;
};

/** Relayed message. */
export type TencentRelayedMessage = {
  /** user ID of its sender */
  From_Account?: string;
  /** user ID of its receiver; absent in a message of a group */
  To_Account?: string;
  /** its group; absent in a message between two users */
  GroupId?: string;
  /** its sequence number */
  MsgSeq?: number;
  /** its 32-bit random number */
  MsgRandom?: number;
  /** when it was sent, Unix SECONDS */
  MsgTimeStamp?: number;
  /** its elements, not decoded: one of them may hold forwarded messages again */
  MsgBody?: (Readonly<Record<string, unknown>>)[];
  /** free text that its sender attached to it */
  CloudCustomData?: string;
};

/** TIMStreamElem. */
export type TencentTIMStreamElem = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: 'TIMStreamElem';
  /** content of the element; its form depends on MsgType */
  MsgContent: TencentStreamElement;
};

/** Stream element. */
export type TencentStreamElement = {
  /** pieces of an answer that is written bit by bit */
  Chunks?: TencentChunk[];
  /** text for apps that do not know the element */
  CompatibleText?: string;
  /** ID of the answer, which its pieces share */
  StreamMsgID?: string;
};

/** Chunk. */
export type TencentChunk = {
  /** what the piece is */
  EventType?: string;
  /** number of the piece */
  Index?: number;
  /** its text */
  Markdown?: string;
  /** true for the last one */
  IsLast?: boolean;
};

/** Other message element. */
export type TencentOtherMessageElement = {
  /** type of the element, e.g. TIMTextElem */
  MsgType: '(any other)';
  /** content of the element; its form depends on MsgType */
  MsgContent?: unknown;
};

/** The fields that a `rewrite()` may change. */
export type TencentMessageChanges = {
  /** the message: a list of elements */
  MsgBody?: TencentMessageElement[];
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
};

/** Custom field. */
export type TencentCustomField = {
  /** name of the custom field */
  Key?: string;
  /** value of the custom field */
  Value?: string;
};

/** Recording event. */
export type TencentRecordingEvent = {
  /** room ID */
  RoomId: string;
  /** when it happened, Unix SECONDS */
  EventTs?: number;
  /** when it happened, Unix milliseconds */
  EventMsTs?: number;
  /** user ID of the recording robot */
  UserId?: string;
  /** ID of the recording task */
  TaskId?: string;
  /** more about it; its form depends on EventType */
  Payload?: TencentRecordingPayload;
};

/** Recording payload. */
export type TencentRecordingPayload = {
  /** 0 when it went well */
  Status?: number;
};
