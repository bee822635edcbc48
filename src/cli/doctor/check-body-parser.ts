import { wentWell } from '../report/tally';
import type { Found } from './finding';
import { type Answer, type Question, type Receiver, statusOf, textOf } from './question';

/** Whether the receiver gets to see the body. */
export async function checkBodyParser(receiver: Receiver, question: Question, answer: Answer): Promise<Found[]> {
  const status = statusOf(answer);
  if (status < 400) return [];
  if (/something before this router read the request/.test(textOf(answer)))
    return [parserOrder(`status ${status}: "something before this router read the request and left no req.body"`)];
  if (status === 415) return [parserOrder('status 415: the parser does not take this Content-Type')];
  // A proxy whose app is away; it looks at no body.
  if (status >= 502 && status <= 504) return [];
  // Whoever parses JSON answers what is no JSON in another way.
  const broken = await receiver.ask({ ...question, rawBody: '{"' });
  const isAlike = statusOf(broken) === status && broken.conclusion.result === answer.conclusion.result;
  if (!isAlike || isOwnFailure(answer)) return [];
  return [parserOrder(`status ${status} for a good body, and the same for one that is no JSON: it is not looked at`)];
}

/** An ACK of the vendor's form was made by a receiver that got as far as that. */
const isOwnFailure = (answer: Answer) => /"(ActionStatus|actionCode)"/.test(textOf(answer));

function parserOrder(seen: string): Found {
  return {
    id: 'parserOrder',
    level: 'problem',
    seen,
    why: 'The handler works without the body: a parser that comes after it, or one before it that has read the stream for another purpose, or takes another Content-Type only.',
    source:
      'Tencent documents no Content-Type (1047/34354); Express runs middlewares in the order in which they are added',
    change:
      'Mount imCallbacks before everything that reads bodies; it brings its own parser. By hand: express.json({ type: () => true }) before the route. Look into the log of the app, too: it may fail earlier.',
  };
}

/** Whether it takes a body of any Content-Type, as Tencent documents none. */
export async function checkContentType(receiver: Receiver, unknown: Answer): Promise<Found[]> {
  if (receiver.vendor !== 'tencent' || !wentWell(unknown)) return [];
  const without = await receiver.ask({ contentType: false });
  if (wentWell(without)) return [];
  return [
    {
      id: 'contentType',
      level: 'warning',
      seen: `accepted with Content-Type: application/json, and without one not: status ${statusOf(without)}`,
      why: 'No document says which Content-Type callbacks have; the one raw request that is printed has none.',
      source: '1047/34354',
      change: 'Parse whatever the type: express.json({ type: () => true }). imCallbacks does.',
    },
  ];
}
