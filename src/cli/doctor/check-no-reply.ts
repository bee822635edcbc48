import type { Answer, Found, Question, Saying } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** How long doctor waits to tell a slow receiver from one that never answers, in milliseconds. */
const patienceMs = 10_000;

/** A question that got no reply within the sender's time. */
export async function checkNoReply(receiver: Examined, question: Question, answer: Answer): Promise<Found[]> {
  const { exchange } = answer;
  if (exchange.response !== undefined) return [];
  const { noReply, late } = receiver.doctor.says;
  if (exchange.failed === 'unreachable') return [noHttp(exchange.cause, noReply)];
  const timeoutMs = Math.max(patienceMs, 2 * receiver.limitMs);
  const again = await receiver.ask({ ...question, timeoutMs });
  if (again.exchange.response === undefined) return [never(receiver.limitMs, timeoutMs, noReply)];
  return [tooSlow(receiver.limitMs, again, late)];
}

function noHttp(cause: string, { source }: Saying): Found {
  return {
    id: 'noHttp',
    level: 'problem',
    seen: `the server accepts the connection, but sends no HTTP reply: ${cause}`,
    why: 'The callback counts as failed.',
    source,
    change: 'Is it an https port, or another service? Check the log of the app for a crash at this moment.',
  };
}

function never(limitMs: number, waitedMs: number, { why, source }: Saying): Found {
  return {
    id: 'noReply',
    level: 'problem',
    seen: `no reply in ${waitedMs} ms`,
    why: [
      `The sender gives up after ${limitMs} ms, and the callback counts as failed.`,
      ...(why === undefined ? [] : [why]),
    ],
    source,
    change:
      'Does the handler call res.end()? Does something before the receiver wait for a body that another middleware has read?',
  };
}

function tooSlow(limitMs: number, { status, exchange }: Answer, { why = '', source }: Saying): Found {
  return {
    id: 'tooSlow',
    level: 'problem',
    seen: `status ${status} after ${Math.round(exchange.ms)} ms; the sender waits for ${limitMs} ms`,
    why,
    source,
    change: 'Answer first and work afterwards: with an inbox, after-callbacks are stored and acknowledged at once.',
  };
}
