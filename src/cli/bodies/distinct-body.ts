import type { AnyCommand } from '../../catalogue/command';

/** The event that a body tells of. */
export interface EventNumber {
  /** What no other event of the run has. */
  readonly n: number;
  /** Its number within its conversation. Default `n`. */
  readonly sequence?: number;
  /** Which of several conversations it belongs to. Default that of the sample. */
  readonly conversation?: number;
}

/**
 * A body that tells of an event of its own: the command's sample with other message numbers, ids and times, so that a
 * receiver which drops repeated deliveries takes it for a new one. The same numbers give the same bytes.
 */
export function distinctBody(
  { sample }: AnyCommand,
  { n, sequence = n, conversation }: EventNumber,
): Record<string, unknown> {
  const body = JSON.parse(JSON.stringify(sample)) as Record<string, unknown>; // samples are JSON objects
  for (const [name, value] of Object.entries(body)) {
    const changed = changes[name]?.({ n, sequence, value });
    // A number that the sample quotes stays quoted.
    if (changed !== undefined) body[name] = typeof value === 'string' ? String(changed) : changed;
  }
  if (conversation !== undefined) {
    for (const name of conversationIds)
      if (typeof body[name] === 'string' && body[name] !== '') body[name] += `_${conversation}`;
  }
  return body;
}

interface Field {
  readonly n: number;
  readonly sequence: number;
  readonly value: unknown;
}

const later =
  (ms: number) =>
  ({ n, value }: Field) =>
    Number(value) + n * ms;
const hex = ({ n, value }: Field) => `${n.toString(16).padStart(8, '0')}${String(value).slice(8)}`;

/** By name: what these fields mean is the same in every command. */
const changes: Readonly<Record<string, (field: Field) => string | number>> = {
  MsgSeq: ({ sequence }) => 1000 + sequence,
  Random: ({ n }) => 100_000 + n,
  MsgRandom: ({ n }) => 100_000 + n,
  MsgKey: ({ n, sequence }) => `${1000 + sequence}_${100_000 + n}_1718000010`,
  MsgId: ({ n }) => `144115233775727695-1718000010-${100_000 + n}`,
  EventTime: later(1),
  CallbackTs: later(1),
  serverMsgID: hex,
  clientMsgID: hex,
  operationID: later(1),
  sendTime: later(1),
  createTime: later(1),
  seq: ({ sequence }) => sequence,
};

const conversationIds = ['GroupId', 'GroupID', 'To_Account', 'Official_Account', 'groupID', 'recvID'];
