type Conversation = readonly [kind: string, ...ids: string[]];

/** The single chat of two users, the same whoever of them sends. */
export function singleChat(one: string, other: string): Conversation {
  return ['c2c', ...[one, other].sort()];
}

/**
 * What a conversation ID stands for, in the words that message callbacks use, so that a message, its reading and its
 * revocation are events of one conversation. The server makes `sg_` + group ID, and `si_` + both user IDs, sorted,
 * with `_` between. User IDs may hold `_` too: only a user known to be one of the two tells where to cut.
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
