import type { KnownCommand } from '../../vendors/commands';
import { commandLineOf } from '../command-lines';

/** The event that a body reports. */
export interface EventNumber {
  /** What no other event of the run has. */
  readonly n: number;
  /** Its number within its conversation. Default `n`. */
  readonly sequence?: number;
  /** Which of several conversations it belongs to. Default that of the sample. */
  readonly conversation?: number;
}

/**
 * A body that reports a distinct event: the command's sample with other message numbers, ids and times, so that a
 * receiver which drops repeated callbacks takes it for a new one. The same numbers give the same bytes.
 */
export function distinctBody(
  { sample, vendor }: KnownCommand,
  { n, sequence = n, conversation }: EventNumber,
): Record<string, unknown> {
  const { distinct, conversation: conversationIds } = commandLineOf(vendor).bodies;
  const body = JSON.parse(JSON.stringify(sample)) as Record<string, unknown>; // samples are JSON objects
  for (const [name, value] of Object.entries(body)) {
    const changed = distinct[name]?.({ n, sequence, value });
    // A number that the sample quotes stays quoted.
    if (changed !== undefined) body[name] = typeof value === 'string' ? String(changed) : changed;
  }
  if (conversation === undefined) return body;
  for (const name of conversationIds)
    if (typeof body[name] === 'string' && body[name] !== '') body[name] += `_${conversation}`;
  return body;
}
