/**
 * What a message is made of: an element of Tencent's `MsgBody`, or what OpenIM's `content` holds. Only messages that hold
 * messages are not here.
 */
export type SimplePart =
  | TextPart
  | MediaPart
  | LocationPart
  | FacePart
  | CardPart
  | CustomPart
  | TypingPart
  | NoticePart
  | OtherPart;

export type MediaPart = ImagePart | SoundPart | VideoPart | FilePart;

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  /** What apps show that do not know its form; only streamed texts of Tencent have it. */
  readonly fallback?: string | undefined;
}

/** What all media have. Apps of other age, or another maker, leave out nearly all of it. */
interface Stored {
  readonly url: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
  /** As the sender's app names it, e.g. `jpg`, `image/png` or `mp4`. */
  readonly format: string | undefined;
}

export interface ImagePart extends Stored {
  readonly kind: 'image';
  /** In pixels, of the original. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly thumbnailUrl: string | undefined;
}

export interface SoundPart extends Stored {
  readonly kind: 'sound';
  /** In seconds. */
  readonly duration: number | undefined;
}

export interface VideoPart extends Stored {
  readonly kind: 'video';
  /** In seconds. */
  readonly duration: number | undefined;
  readonly thumbnailUrl: string | undefined;
}

export interface FilePart extends Stored {
  readonly kind: 'file';
  readonly name: string;
}

export interface LocationPart {
  readonly kind: 'location';
  /** In degrees. */
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly description: string;
}

/** A picture that the apps have, by its number; what the number means is the app's own. */
export interface FacePart {
  readonly kind: 'face';
  readonly index: number | undefined;
  readonly data: string;
}

/** The card of another user. */
export interface CardPart {
  readonly kind: 'card';
  readonly userId: string;
  readonly name: string;
  readonly faceUrl: string | undefined;
}

/** What only the app itself understands. */
export interface CustomPart {
  readonly kind: 'custom';
  /** Often JSON. */
  readonly data: string;
  readonly description: string;
  readonly extension: string;
}

/** Its sender is typing: nothing that was said. */
export interface TypingPart {
  readonly kind: 'typing';
}

/** What the chat service tells its apps by a message, e.g. that somebody has read one. */
export interface NoticePart {
  readonly kind: 'notice';
  /** Number of the notice: OpenIM's `contentType`. */
  readonly type: string;
  /** What a notice to all users says; empty for any other one. */
  readonly text: string;
  readonly raw: unknown;
}

/** Any other part. */
export interface OtherPart {
  readonly kind: 'other';
  /** The name or number that the vendor has for it. */
  readonly type: string;
  /** The text in it, where it stands at the place for texts; all texts of a message nested too deep to be read. */
  readonly text: string;
  /** As it came. */
  readonly raw: unknown;
}
