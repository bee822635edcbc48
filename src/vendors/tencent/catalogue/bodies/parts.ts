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
  Desc?: string;
  Latitude?: number;
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
  Index?: number;
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
  Data?: string;
  Desc?: string;
  Ext?: string;
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
  Url?: string;
  UUID?: string;
  Size?: number;
  Second?: number;
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
  UUID?: string;
  ImageFormat?: number;
  ImageInfoArray?: TencentImage[];
};

/** Image. */
export type TencentImage = {
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: number;
  Size?: number;
  Width?: number;
  Height?: number;
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
  Url?: string;
  UUID?: string;
  FileSize?: number;
  FileName?: string;
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
  VideoUrl?: string;
  VideoUUID?: string;
  VideoSize?: number;
  VideoSecond?: number;
  VideoFormat?: string;
  VideoDownloadFlag?: number;
  ThumbUrl?: string;
  ThumbUUID?: string;
  ThumbSize?: number;
  ThumbWidth?: number;
  ThumbHeight?: number;
  ThumbFormat?: string;
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
  Title?: string;
  MsgNum?: number;
  CompatibleText?: string;
  AbstractList?: string[];
  MsgList?: TencentRelayedMessage[];
  JsonMsgKey?: string;
};

/** Relayed message. */
export type TencentRelayedMessage = {
  /** user ID of the sender */
  From_Account?: string;
  /** user ID of the receiver */
  To_Account?: string;
  /** group ID */
  GroupId?: string;
  /** sequence number of the message */
  MsgSeq?: number;
  /** 32-bit random number of the message */
  MsgRandom?: number;
  MsgTimeStamp?: number;
  /** the message: a list of elements */
  MsgBody?: (Readonly<Record<string, unknown>>)[];
  /** free text that the sender attached to the message */
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
  Chunks?: TencentChunk[];
  CompatibleText?: string;
  StreamMsgID?: string;
};

/** Chunk. */
export type TencentChunk = {
  EventType?: string;
  Index?: number;
  Markdown?: string;
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
