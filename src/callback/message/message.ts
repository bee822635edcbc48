import type { CustomPart, LocationPart, MediaPart, SimplePart } from './part';

/** A message, whosever callback it came in. What is not there is `undefined`, or an empty list or text. */
export interface Message {
  /** What all of its parts are; `mixed` where they differ, e.g. a picture with a text; `empty` where it has none. */
  readonly kind: MessagePart['kind'] | 'mixed' | 'empty';
  /** What its sender wrote: its parts of kind `text`, a line each. Not what it quotes or forwards; `textOf` gives all of that. */
  readonly text: string;
  /** What it is made of, in order. A message of OpenIM has one part, one of Tencent may have several. */
  readonly parts: readonly MessagePart[];
  /** Its pictures, sounds, videos and files. */
  readonly media: readonly MediaPart[];
  /** The first part of kind `location`. */
  readonly location: LocationPart | undefined;
  /** The first part of kind `custom`. */
  readonly custom: CustomPart | undefined;
  /** The first part of kind `merged`: messages that are forwarded together. */
  readonly merged: MergedPart | undefined;
  /** The message that it answers, as its sender's app describes it: nobody checks that it was ever sent. */
  readonly quoted: Message | undefined;
  readonly mentions: Mentions;
  /** Text that its sender's app attached to it, often JSON: `CloudCustomData` of Tencent, `ex` of OpenIM. */
  readonly attached: string | undefined;
  /** What a phone shows of it while the app is closed, where the sender's app said so and the callback has it. */
  readonly push: { readonly title: string; readonly description: string } | undefined;
  readonly sender: Sender | undefined;
  /** Where it was sent to; undefined where the callback does not say. */
  readonly conversation: MessageConversation | undefined;
  readonly sentAt: Date | undefined;
  /**
   * What later callbacks of the vendor call it: `MsgKey`, in a group of Tencent `MsgSeq`, in OpenIM `clientMsgID`. Undefined
   * where it has no such name, or none yet.
   */
  readonly id: string | undefined;
}

/** What a message is made of; `kind` tells which. */
export type MessagePart = SimplePart | MergedPart;

/** Messages that are forwarded together. */
export interface MergedPart {
  readonly kind: 'merged';
  readonly title: string;
  /** What apps show of them before they are opened, a line for each of the first few. */
  readonly summary: readonly string[];
  /** Empty where they are too big for the callback: Tencent then sends a key to fetch them by (`JsonMsgKey`). */
  readonly messages: readonly Message[];
  /** What apps show that know no forwarded messages; only Tencent has it. */
  readonly fallback?: string | undefined;
}

export interface Sender {
  /** User ID, or the ID of the official account; undefined where a quotation gives a name alone. */
  readonly id: string | undefined;
  /** The name that others see, where the callback has it. */
  readonly name: string | undefined;
  /** URL of the picture that others see, where the callback has it. */
  readonly faceUrl: string | undefined;
}

export interface Mentions {
  readonly everybody: boolean;
  /** User IDs. */
  readonly users: readonly string[];
}

export interface MessageConversation {
  /** `c2c`: one user and another. */
  readonly kind: 'group' | 'c2c' | 'officialAccount';
  /** ID of the group or of the official account; of a `c2c`, the user ID of the recipient. */
  readonly id: string;
  /** The topic of the group, where it was sent to one. */
  readonly topicId: string | undefined;
}
