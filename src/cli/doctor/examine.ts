import type { KnownCommand } from '../../vendors/commands';
import type { Answer, Found, Question } from '../../vendors/vendor-doctor';
import { type Latency, latencyOf } from '../report/latency';
import { checkAdmission } from './check-admission';
import { checkBodyParser } from './check-body-parser';
import { checkClock } from './check-clock';
import { checkConnection } from './check-connection';
import { checkKeepAlive } from './check-keep-alive';
import { checkLatency } from './check-latency';
import { checkNoReply } from './check-no-reply';
import { checkRateLimit } from './check-rate-limit';
import { checkRedirect } from './check-redirect';
import { checkReply } from './check-reply';
import { checkRoute } from './check-route';
import { checkUnknown } from './check-unknown';
import { markedSample } from './marked-sample';
import type { Examined } from './receiver';

export interface Examination {
  readonly found: readonly Found[];
  /** Whether anything answered in the vendor's own form. */
  readonly isVendors: boolean;
  readonly latencyMs: Latency | undefined;
}

/** How often each sample is sent, for a median. */
const rounds = 3;

/**
 * Asks one question after another, as the vendor would. It stops at what hinders all further questions: a wrong
 * certificate, a login page, a wrong path. `samples` are the commands whose handlers run.
 */
export async function examine(receiver: Examined, samples: readonly KnownCommand[]): Promise<Examination> {
  const urlFindings = receiver.doctor.checkUrl(receiver);
  const broken = await checkConnection(receiver);
  if (broken.some(({ level }) => level === 'problem')) return only([...urlFindings, ...broken], false);

  const unknown = await receiver.ask();
  const inTheWay = await obstacles(receiver, unknown, samples);
  const limitedAtOnce = checkRateLimit(receiver);
  if (limitedAtOnce.length > 0) return only([...urlFindings, ...broken, ...limitedAtOnce], false);
  if (inTheWay.length > 0) {
    const isVendors = isOwnForm(receiver, unknown) || receiver.doctor.refusedAsOurs(unknown.text);
    return only([...urlFindings, ...broken, ...inTheWay], isVendors);
  }

  const { found, answers } = await trySamples(receiver, samples);
  const known = answers[0] ?? unknown;
  // If the receiver does not accept even a correct request, more questions would show nothing.
  const isMoreToAsk = unknown.isWell && receiver.limited() === undefined;
  const more = isMoreToAsk ? await receiver.doctor.checkMore(receiver, unknown) : [];
  const limited = checkRateLimit(receiver);
  return {
    found: [
      ...urlFindings,
      ...broken,
      ...(samples.length > 0 ? found : checkReply(receiver, unknown, 'an unknown command')),
      ...checkUnknown(receiver, unknown, known),
      ...checkClock(receiver, known),
      ...checkKeepAlive(receiver, known),
      ...(limited.length > 0 ? limited : more),
    ],
    isVendors: [unknown, ...answers].some((answer) => isOwnForm(receiver, answer)),
    latencyMs: latencyOf(answers.map(({ exchange }) => exchange.ms)),
  };
}

const only = (found: readonly Found[], isVendors: boolean): Examination => ({
  found,
  isVendors,
  latencyMs: undefined,
});

/** What keeps callbacks from the handlers. A 404 may be a receiver's answer to an unknown command. */
async function obstacles(receiver: Examined, unknown: Answer, samples: readonly KnownCommand[]): Promise<Found[]> {
  const away = [...(await checkNoReply(receiver, {}, unknown)), ...checkRedirect(receiver, unknown)];
  if (away.length > 0) return away;
  const refused = await checkAdmission(receiver, unknown);
  if (refused.length > 0 || (unknown.isWell && !unknown.isNowhere)) return refused;
  const [command] = samples;
  const question = command === undefined ? {} : questionFor(command);
  const answer = command === undefined ? unknown : await receiver.ask(question);
  const late = await checkNoReply(receiver, question, answer);
  if (late.length > 0) return late;
  const route = await checkRoute(receiver, answer);
  if (route.length > 0) return route;
  const parser = await checkBodyParser(receiver, question, answer);
  // The receiver may fail before it reads the body, so its answer is reported, too.
  return parser.length > 0 ? [...parser, ...checkReply(receiver, answer, command?.wire ?? 'an unknown command')] : [];
}

async function trySamples(
  receiver: Examined,
  samples: readonly KnownCommand[],
): Promise<{ found: Found[]; answers: Answer[] }> {
  const found: Found[] = [];
  const answers: Answer[] = [];
  for (const command of samples) {
    const durations: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const question = questionFor(command);
      const answer = await receiver.ask(question);
      if (receiver.limited() !== undefined) return { found, answers };
      const wrong = [
        ...(await checkNoReply(receiver, question, answer)),
        ...(answer.exchange.response === undefined ? [] : checkReply(receiver, answer, command.wire)),
      ];
      answers.push(answer);
      durations.push(answer.exchange.ms);
      found.push(...wrong);
      if (wrong.length > 0) break; // a repetition would show nothing new
    }
    if (durations.length === rounds) found.push(...checkLatency(receiver, durations, command.wire));
  }
  return { found, answers };
}

const questionFor = (command: KnownCommand): Question => ({ command, body: markedSample(command) });

function isOwnForm({ doctor }: Examined, { text }: Answer): boolean {
  return text.includes(`"${doctor.replyField}"`);
}
