import type { StoredDelivery } from '../inbox';

/** A delivery as it is stored: all but its body as JSON, and the body, which is JSON already. Neither can hold a NUL. */
export interface Content {
  readonly head: string;
  readonly body: string;
}

export function toContent({ body, ...head }: StoredDelivery): Content {
  return { head: JSON.stringify(head), body };
}

/** Throws for a head that is damaged. */
export function fromContent({ head, body }: Content): StoredDelivery {
  const rest = JSON.parse(head) as Omit<StoredDelivery, 'body'>; // written by toContent
  // JSON leaves out what is undefined.
  return { ...rest, conversation: rest.conversation, appId: rest.appId, body };
}
