import type { Answer, Found, Question } from '../../vendors/vendor-doctor';
import { commandLineOf, vendorNames } from '../command-lines';
import type { Examined } from './receiver';

/** Whether the receiver gets to see the body. */
export async function checkBodyParser(receiver: Examined, question: Question, answer: Answer): Promise<Found[]> {
  const { status } = answer;
  if (status < 400) return [];
  if (/something before this router read the request/.test(answer.text))
    return [parserOrder(`status ${status}: "something before this router read the request and left no req.body"`)];
  if (status === 415) return [parserOrder('status 415: the parser does not take this Content-Type')];
  // A proxy whose app is down answers this without reading the body.
  if (status >= 502 && status <= 504) return [];
  // A receiver that parses JSON answers differently to what is not JSON.
  const broken = await receiver.ask({ ...question, rawBody: '{"' });
  const isAlike = broken.status === status && broken.conclusion.result === answer.conclusion.result;
  if (!isAlike || isReceivers(answer)) return [];
  return [
    parserOrder(
      `status ${status} for a valid body, and the same for one that is not JSON: the receiver does not look at it`,
    ),
  ];
}

/** Whether a reply has the form of any vendor: then a receiver wrote it, so the request got that far. */
export function isReceivers({ text }: Answer): boolean {
  return vendorNames.some((vendor) => text.includes(`"${commandLineOf(vendor).doctor.replyField}"`));
}

function parserOrder(seen: string): Found {
  return {
    id: 'parserOrder',
    level: 'problem',
    seen,
    why: 'The handler runs without the body: the parser comes after it or does not accept this Content-Type, or something before it has already read the stream.',
    source: 'Express runs middlewares in the order in which they are added',
    change: [
      'Mount imCallbacks before everything that reads bodies; it has its own parser.',
      'By hand: express.json({ type: () => true }) before the route.',
      'Check the log of the app, too: it may fail earlier.',
    ],
  };
}
