import type { Identity } from '../../../catalogue/command';

type Conversation = readonly [kind: string, ...ids: string[]];

/** The single chat of two users, the same for both senders. */
export function singleChat(one: string, other: string): Conversation {
  return ['c2c', ...[one, other].sort()];
}

// Identities of events that no field names: every delivery has a key of its own. They say what the event belongs to.

/** An event of a group. */
export function inGroup({ groupID }: { groupID: string }): Identity {
  return { conversation: ['group', groupID] };
}

/** An event of one user. */
export function ofUser({ userID }: { userID: string }): Identity {
  return { conversation: ['user', userID] };
}

/**
 * The conversation that a conversation ID stands for, named as in message callbacks, so that a message, its reading and
 * its revocation are events of one conversation. The server makes `sg_` + group ID, and `si_` + both user IDs, sorted,
 * with `_` between. User IDs may contain `_`, too: only a user known to be one of the two tells where to cut.
 */
export function conversationOf(conversationID: string, userID: string): Conversation {
  const ids = conversationID.slice(3);
  if (conversationID.startsWith('sg_')) return ['group', ids];
  if (conversationID.startsWith('si_')) {
    if (ids.startsWith(`${userID}_`)) return singleChat(userID, ids.slice(userID.length + 1));
    if (ids.endsWith(`_${userID}`)) return singleChat(userID, ids.slice(0, -userID.length - 1));
  }
  return ['conversation', conversationID];
}
