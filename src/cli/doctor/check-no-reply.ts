import type { Found } from './finding';
import { type Answer, type Question, type Receiver, statusOf } from './question';

/** How long doctor waits to tell a slow receiver from one that never answers, in milliseconds. */
const patienceMs = 10_000;

/** A question that got no reply within the sender's time. */
export async function checkNoReply(receiver: Receiver, question: Question, answer: Answer): Promise<Found[]> {
  const { exchange } = answer;
  if (exchange.response !== undefined) return [];
  if (exchange.failed === 'unreachable') return [noHttp(exchange.cause)];
  const again = await receiver.ask({ ...question, timeoutMs: Math.max(patienceMs, 2 * receiver.limitMs) });
  return [again.exchange.response === undefined ? never(receiver) : tooSlow(receiver, again)];
}

function noHttp(cause: string): Found {
  return {
    id: 'noHttp',
    level: 'problem',
    seen: `it takes the connection, but gives no HTTP reply: ${cause}`,
    why: 'The callback counts as failed.',
    source: 'Tencent 1047/34354; OpenIM error 90004',
    change: 'Is it an https port, or another service? Look into the log of the app for a crash at this moment.',
  };
}

function never({ limitMs }: Receiver): Found {
  return {
    id: 'noReply',
    level: 'problem',
    seen: `no reply in ${Math.max(patienceMs, 2 * limitMs)} ms`,
    why: `The sender gives up after ${limitMs} ms, and the callback counts as failed.`,
    source: 'Tencent 1047/34354 (2 s); webhooks.yml timeout (5 s); open-im-server#2364',
    change:
      'Does the handler call res.end()? Does something before the receiver wait for a body that another middleware has read?',
  };
}

function tooSlow({ limitMs, vendor }: Receiver, answer: Answer): Found {
  return {
    id: 'tooSlow',
    level: 'problem',
    seen: `status ${statusOf(answer)} after ${Math.round(answer.exchange.ms)} ms; the sender waits for ${limitMs} ms`,
    why:
      vendor === 'tencent'
        ? 'A before-callback that is late lets the operation through, whatever it says; an after-callback may come again.'
        : 'From 3.7.0 on a before-callback that is late fails the operation with 90004; a slow after-callback holds one of two workers.',
    source: 'Tencent 1047/34354 (2 s); webhooks.yml timeout (5 s); open-im-server#2364, #3045',
    change: 'Answer first and work afterwards: with an inbox, after-callbacks are stored and acknowledged at once.',
  };
}
