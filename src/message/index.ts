/** `express-im-callbacks/message`: what is in a message, in one shape for all vendors. */
export type {
  Mentions,
  MergedPart,
  Message,
  MessageConversation,
  MessagePart,
  Sender,
} from '../callback/message/message';
export type {
  CardPart,
  CustomPart,
  FacePart,
  FilePart,
  ImagePart,
  LocationPart,
  MediaPart,
  NoticePart,
  OtherPart,
  SoundPart,
  TextPart,
  TypingPart,
  VideoPart,
} from '../callback/message/part';
export type { MessageCommand, MessageIn, Replaced, RewritableMessageCommand } from './carries';
export { messageOf } from './message-of';
export { replaceText } from './replace-text';
export { type TextOptions, textOf } from './text-of';
