import type { Identity } from '../../../catalogue/command';

/** The conversation of two users, whichever of them speaks. */
export function c2c(one: string, other: string): Identity['conversation'] {
  return ['c2c', ...[one, other].sort()];
}

/**
 * Changes of the relation between two users are handled in order. An event about more than two users belongs to no
 * single pair.
 */
export function conversationOfPairs(
  pairs: readonly { From_Account: string; To_Account: string }[],
): Identity['conversation'] {
  const users = new Set<string>();
  for (const { From_Account, To_Account } of pairs) {
    users.add(From_Account).add(To_Account);
    if (users.size > 2) return undefined;
  }
  const [one, other] = users;
  return one === undefined || other === undefined ? undefined : c2c(one, other);
}

// Identities of events that no field names: the key is a digest of the body, in which EventTime tells one from the
// next.

/** An event of a group. */
export function inGroup({ GroupId, EventTime }: { GroupId: string; EventTime?: number }): Identity {
  return { conversation: ['group', GroupId], at: EventTime };
}

/** An event of a group, or of a topic in it. Outside topics TopicId is absent, or empty (269/129193). */
export function inTopic(body: { GroupId: string; TopicId?: string; EventTime?: number }): Identity {
  return { conversation: ['group', body.GroupId, body.TopicId || undefined], at: body.EventTime };
}

/** An event of an official account. */
export function ofOfficialAccount(body: { Official_Account: string; EventTime?: number }): Identity {
  return { conversation: ['official-account', body.Official_Account], at: body.EventTime };
}

/** An event of a live room. */
export function inLiveRoom({ RoomId, EventTime }: { RoomId: string; EventTime?: number }): Identity {
  return { conversation: ['live', RoomId], at: EventTime };
}

/** An event of two users. */
export function betweenUsers(body: { From_Account: string; To_Account: string; EventTime?: number }): Identity {
  return { conversation: c2c(body.From_Account, body.To_Account), at: body.EventTime };
}

/** An event of one user. */
export function ofUser({ From_Account, EventTime }: { From_Account: string; EventTime?: number }): Identity {
  return { conversation: ['user', From_Account], at: EventTime };
}

/** When a message was sent, in milliseconds: the callbacks of older pages have its time in seconds only. */
export function sentAt({ EventTime, MsgTime }: { EventTime?: number; MsgTime?: number }): number | undefined {
  return EventTime ?? (MsgTime === undefined ? undefined : MsgTime * 1000);
}
