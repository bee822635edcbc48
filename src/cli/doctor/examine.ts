import type { AnyCommand } from '../../catalogue/command';
import { type Latency, latencyOf } from '../report/latency';
import { wentWell } from '../report/tally';
import { checkAdmission } from './check-admission';
import { checkBodyParser, checkContentType } from './check-body-parser';
import { checkBodySize } from './check-body-size';
import { checkClock } from './check-clock';
import { checkConnection } from './check-connection';
import { checkKeepAlive } from './check-keep-alive';
import { checkLatency } from './check-latency';
import { checkNoReply } from './check-no-reply';
import { checkProtection } from './check-protection';
import { checkRedirect } from './check-redirect';
import { checkReply } from './check-reply';
import { checkRoute, isNowhere } from './check-route';
import { checkUnknown } from './check-unknown';
import { checkUrl } from './check-url';
import type { Found } from './finding';
import { markedSample } from './marked-sample';
import { type Answer, type Question, type Receiver, textOf } from './question';

export interface Examined {
  readonly found: readonly Found[];
  /** Whether anything answered in the vendor's own form. */
  readonly isVendors: boolean;
  readonly latencyMs: Latency | undefined;
}

/** So many of each sample, for a median. */
const rounds = 3;

/**
 * Asks one question after another, as the vendor would. What stands in the way of all others ends it: a wrong certificate,
 * a login page, a wrong path. `samples` are the commands whose handlers run.
 */
export async function examine(receiver: Receiver, samples: readonly AnyCommand[]): Promise<Examined> {
  const only = (found: readonly Found[], answer?: Answer): Examined => ({
    found,
    isVendors: answer !== undefined && (isOwnForm(receiver, answer) || found.some(({ id }) => id === 'protected')),
    latencyMs: undefined,
  });
  const urlFindings = checkUrl(receiver);
  const broken = await checkConnection(receiver);
  if (broken.some(({ level }) => level === 'problem')) return only([...urlFindings, ...broken]);

  const unknown = await receiver.ask();
  const inTheWay = await obstacles(receiver, unknown, samples);
  if (inTheWay.length > 0) return only([...urlFindings, ...broken, ...inTheWay], unknown);

  const { found, answers } = await trySamples(receiver, samples);
  const known = answers[0] ?? unknown;
  const rest = [
    ...checkUnknown(unknown, known),
    ...checkClock(receiver, known),
    ...checkKeepAlive(known),
    ...(await checkProtection(receiver, unknown)),
    ...(await checkContentType(receiver, unknown)),
    ...(await checkBodySize(receiver, unknown)),
  ];
  return {
    found: [
      ...urlFindings,
      ...broken,
      ...(samples.length > 0 ? found : checkReply(receiver, unknown, 'an unknown command')),
      ...rest,
    ],
    isVendors: [unknown, ...answers].some((answer) => isOwnForm(receiver, answer)),
    latencyMs: latencyOf(answers.map(({ exchange }) => exchange.ms)),
  };
}

/** What keeps callbacks from the handlers. A 404 may be how a receiver answers what it does not know. */
async function obstacles(receiver: Receiver, unknown: Answer, samples: readonly AnyCommand[]): Promise<Found[]> {
  const away = [...(await checkNoReply(receiver, {}, unknown)), ...checkRedirect(receiver, unknown)];
  if (away.length > 0) return away;
  const refused = await checkAdmission(receiver, unknown);
  if (refused.length > 0 || (wentWell(unknown) && !isNowhere(unknown))) return refused;
  const [command] = samples;
  const question = command === undefined ? {} : questionFor(command);
  const answer = command === undefined ? unknown : await receiver.ask(question);
  const late = await checkNoReply(receiver, question, answer);
  if (late.length > 0) return late;
  const route = await checkRoute(receiver, answer);
  if (route.length > 0) return route;
  const parser = await checkBodyParser(receiver, question, answer);
  // It may fail before it would look at the body, so what it says is told of, too.
  return parser.length > 0 ? [...parser, ...checkReply(receiver, answer, command?.wire ?? 'an unknown command')] : [];
}

async function trySamples(
  receiver: Receiver,
  samples: readonly AnyCommand[],
): Promise<{ found: Found[]; answers: Answer[] }> {
  const found: Found[] = [];
  const answers: Answer[] = [];
  for (const command of samples) {
    const durations: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const question = questionFor(command);
      const answer = await receiver.ask(question);
      const wrong = [
        ...(await checkNoReply(receiver, question, answer)),
        ...(answer.exchange.response === undefined ? [] : checkReply(receiver, answer, command.wire)),
      ];
      answers.push(answer);
      durations.push(answer.exchange.ms);
      found.push(...wrong);
      if (wrong.length > 0) break; // the same again would tell nothing new
    }
    if (durations.length === rounds) found.push(...checkLatency(receiver, durations, command.wire));
  }
  return { found, answers };
}

const questionFor = (command: AnyCommand): Question => ({ command, body: markedSample(command) });

function isOwnForm({ vendor }: Receiver, answer: Answer): boolean {
  return textOf(answer).includes(vendor === 'tencent' ? '"ActionStatus"' : '"actionCode"');
}
