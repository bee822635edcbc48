import type { AnyCommand } from '../catalogue/command';
import type { ComposedRequest } from '../sending/composed-request';
import type { Conclusion } from '../sending/conclusion';
import type { Exchange } from '../sending/post';
import type { TargetUrl } from '../sending/target-url';
import type { SenderFlags } from './vendor-flags';

/**
 * What doctor asks and says for one vendor. The order of the questions, and the checks that are alike for all vendors, are in
 * cli/doctor.
 */
export interface VendorDoctor {
  /** The wire name of a command that no version of the vendor's server has: no handler runs on it. */
  readonly unknownCommand: string;
  /** Commands whose handlers most apps have, by wire name: their samples are sent. */
  readonly samples: readonly string[];
  /**
   * What replaces fields of a sample, by name, so that handlers can tell it from a real event: `mark` as every user and group,
   * `text` as the message. A field that maps to undefined is left out.
   */
  marked(mark: string, text: string): Readonly<Record<string, unknown>>;
  /** The field that every reply in this vendor's form has, and none in another vendor's. */
  readonly replyField: string;
  /** A reply that acknowledges, for an advice. */
  readonly goodReply: string;
  /** When `imCallbacks` answers in place of a handler that has not finished, in milliseconds. */
  readonly deadlineMs: number;
  readonly says: Says;

  /** The request of a question: what the sender would send, but for what the question changes. */
  compose(receiver: Pick<Receiver, 'flags' | 'url'>, question: Question): ComposedRequest;
  conclude(receiver: Pick<Receiver, 'flags' | 'url'>, question: Question, exchange: Exchange): Conclusion;
  /**
   * Whether the command line names what only this vendor has, e.g. its token. The vendor is then examined although nothing
   * answers in its form.
   */
  isMeant(receiver: Pick<Receiver, 'flags' | 'url'>): boolean;
  /** Whether these are the words in which receivers of this package refuse a stranger who calls as this vendor. */
  refusedAsOurs(text: string): boolean;

  /** What the URL itself gives away, before anything is asked. */
  checkUrl(receiver: Pick<Receiver, 'flags' | 'url'>): readonly Found[];
  /** What a refusal says; `text` is the reply without what it echoes of the request. */
  checkRefusal(receiver: Receiver, answer: Answer, text: string): Promise<Found | undefined>;
  /** What to say where the receiver took the request for another vendor's; undefined where that tells nothing. */
  whenTakenForAnother?(answer: Answer, other: string): Found | undefined;
  /** Where the URL leads nowhere: a mistake that only this vendor's URLs have. */
  checkRoute?(receiver: Receiver, answer: Answer): Promise<Found | undefined>;
  /** Where nothing is mounted: what the vendor makes of such a reply, if it may take it for an approval. */
  takenForApproval?(answer: Answer): readonly string[];
  /** A reply that the vendor takes for something else than was meant. */
  checkReply?(answer: Answer, about: string): readonly Found[];
  /** A reply that the vendor cannot take, where there is more to say than that; `about` says what was answered. */
  explainBadReply?(answer: Answer, about: string): Found | undefined;
  /** What is asked of a receiver that acknowledges: are strangers let in, are long bodies taken. No handler runs. */
  checkMore(receiver: Receiver, unknown: Answer): Promise<readonly Found[]>;
}

/** What is asked of the receiver; whatever is left out is as the sender has it. `Own`: what only one vendor's requests have. */
export interface Question<Own extends object = object> {
  /** Default {@link VendorDoctor.unknownCommand}. */
  readonly command?: AnyCommand;
  readonly body?: object;
  /** In place of the body. */
  readonly rawBody?: string;
  /** False sends none. */
  readonly contentType?: false;
  /** Another path than the configured one. */
  readonly path?: string;
  readonly timeoutMs?: number;
  readonly own?: Own;
}

export interface Answer {
  readonly request: ComposedRequest;
  readonly exchange: Exchange;
  /** 0 where there is no reply. */
  readonly status: number;
  /** Empty where there is no reply. What is looked for in a reply is looked for here. */
  readonly text: string;
  /** The text without secrets, as it may be printed. */
  readonly shown: string;
  readonly conclusion: Conclusion;
  /** Whether the sender took it for a verdict, or for an acknowledgement of a fact. */
  readonly isWell: boolean;
  /** Whether nobody serves this path: status 404 or 405, or Express' own words. A receiver may answer so to what it does not know. */
  readonly isNowhere: boolean;
  /** How far the receiver's clock is ahead of this machine's by its Date header, in milliseconds; undefined without one. */
  readonly skewMs: number | undefined;
}

/** A receiver under examination, as one vendor would call it. */
export interface Receiver<F extends SenderFlags = SenderFlags, Own extends object = object> {
  readonly flags: F;
  readonly url: TargetUrl;
  /** When the sender gives up, in milliseconds. */
  readonly limitMs: number;
  /** Redirects are not followed, so that they show. Never rejects because of the receiver. */
  ask(question?: Question<Own>): Promise<Answer>;
}

/** `problem`: callbacks do not arrive, or do not do what they should. `warning`: they do for now. */
export type Level = 'problem' | 'warning';

/** One sentence or several. Where the same is found for several vendors, those that differ are put together. */
export type Sentences = string | readonly string[];

/** Something that was found. */
export interface Found {
  /** A name for scripts. */
  readonly id: string;
  readonly level: Level;
  /** What was seen, with the values. */
  readonly seen: string;
  /** Why it matters. */
  readonly why: Sentences;
  /** Where that is from: a document's number, a thread, a part of the server. */
  readonly source: Sentences;
  /** What to change. */
  readonly change: Sentences;
}

/** What something means for this vendor, and where that is from. Without `why` the general explanation applies. */
export interface Saying {
  readonly why?: string;
  readonly source: string;
}

/** The vendor's part of what the general checks say. */
export interface Says {
  /** The host cannot be reached. */
  readonly unreachable: Saying;
  /** The certificate is wrong, or soon will be. */
  readonly certificate: Saying;
  /** Connections are closed under the sender. */
  readonly keepAlive: Saying;
  /** No reply at all. */
  readonly noReply: Saying;
  /** A reply after the sender has given up. */
  readonly late: Saying;
  /** A reply shortly before that. */
  readonly slow: Saying;
  readonly redirect: Saying;
  /** Something before the receiver refuses: status 401 or 403. `login`: what to do where it asks for Basic credentials. */
  readonly turnedAway: Saying & { readonly login: string };
  /** Nothing is mounted at the URL. */
  readonly nowhere: Saying;
  /** A reply that the vendor cannot take. */
  readonly badReply: Saying;
  /** A reply in another vendor's form. */
  readonly foreignReply: Saying;
  /** A before-callback whose reply says that it failed. */
  readonly saysFail: Saying;
  /** A command that the receiver does not know is answered as a failure. */
  readonly unknownCommand: Saying;
  /** A command that never came, most likely because it is switched off. */
  readonly switchedOff: Saying;
  /** The receiver's clock is wrong. `breaksAtMs`: from what difference on callbacks are refused for it. */
  readonly clock: Saying & { readonly breaksAtMs?: number };
}
