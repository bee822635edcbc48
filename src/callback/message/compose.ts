import type { Mentions, Message, MessagePart } from './message';
import type { MediaPart } from './part';

/** What a vendor reads in a body; the rest of a message follows from its parts. */
export type MessageRead = Pick<Message, 'parts'> &
  Partial<Pick<Message, 'quoted' | 'mentions' | 'attached' | 'push' | 'sender' | 'conversation' | 'sentAt' | 'id'>>;

/** The message of its parts, with all fields in their places. */
export function compose(read: MessageRead): Message {
  const { parts } = read;
  return {
    kind: kindOf(parts),
    text: joined(parts.flatMap((part) => (part.kind === 'text' ? part.text : []))),
    parts,
    media: parts.filter(isMedia),
    location: parts.find((part) => part.kind === 'location'),
    custom: parts.find((part) => part.kind === 'custom'),
    merged: parts.find((part) => part.kind === 'merged'),
    quoted: read.quoted,
    mentions: read.mentions ?? nobody,
    attached: read.attached || undefined,
    push: read.push,
    sender: read.sender,
    conversation: read.conversation,
    sentAt: read.sentAt,
    id: read.id,
  };
}

/** Texts as one text, a line each; those that are empty are left out. */
export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

const nobody: Mentions = Object.freeze({ everybody: false, users: Object.freeze([]) });

function kindOf([first, ...rest]: readonly MessagePart[]): Message['kind'] {
  if (first === undefined) return 'empty';
  return rest.every(({ kind }) => kind === first.kind) ? first.kind : 'mixed';
}

function isMedia(part: MessagePart): part is MediaPart {
  return part.kind === 'image' || part.kind === 'sound' || part.kind === 'video' || part.kind === 'file';
}
