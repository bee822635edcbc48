import type { Mentions, MergedPart, Message, MessagePart } from './message';
import type { CustomPart, LocationPart, MediaPart } from './part';

/** What a vendor reads in a body; the rest of a message follows from its parts. */
export type MessageRead = Pick<Message, 'parts'> &
  Partial<Pick<Message, 'quoted' | 'mentions' | 'attached' | 'push' | 'sender' | 'conversation' | 'sentAt' | 'id'>>;

/** The message of its parts, with all fields in their places. In one pass, since a body may hold thousands of messages. */
export function compose(read: MessageRead): Message {
  const { parts } = read;
  const media: MediaPart[] = [];
  let text = '';
  let location: LocationPart | undefined;
  let custom: CustomPart | undefined;
  let merged: MergedPart | undefined;
  for (const part of parts) {
    if (part.kind === 'text') text = text === '' || part.text === '' ? text + part.text : `${text}\n${part.text}`;
    else if (part.kind === 'location') location ??= part;
    else if (part.kind === 'custom') custom ??= part;
    else if (part.kind === 'merged') merged ??= part;
    else if (isMedia(part)) media.push(part);
  }
  return {
    kind: kindOf(parts),
    text,
    parts,
    media,
    location,
    custom,
    merged,
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

function kindOf(parts: readonly MessagePart[]): Message['kind'] {
  const first = parts[0]?.kind;
  if (first === undefined) return 'empty';
  return parts.every(({ kind }) => kind === first) ? first : 'mixed';
}

function isMedia(part: MessagePart): part is MediaPart {
  return part.kind === 'image' || part.kind === 'sound' || part.kind === 'video' || part.kind === 'file';
}
