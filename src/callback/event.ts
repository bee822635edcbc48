import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { AnyCommand, BodyOf, Identity, Phase } from '../catalogue/command';
import { type BodyDigest, digestOf, joined, namesSomething } from './event-key';

/** What a handler gets. `body` narrows on `command` and on `vendor`. */
export interface CallbackEvent<V extends string, W extends string, P extends Phase, Body, AppId = string | undefined> {
  readonly vendor: V;
  /** The command's name in the catalogue. */
  readonly command: W;
  /** The command's name as it arrived; an older server may have used another spelling. */
  readonly wire: string;
  readonly phase: P;
  /** The decoded body, with the vendor's spelling; fields the catalogue does not know are there untouched. */
  readonly body: Body;
  /** The query parameters of the vendor (Tencent: `ClientIP`, `OptPlatform` …), without signature and secret. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /**
   * The sender's id, or one made here when it gave none; the reply repeats it in the header `operationID`. It is for tracing and no
   * secret: anyone who sees one can guess others.
   */
  readonly operationID: string;
  /** The app it is for, where the vendor's callbacks name one: Tencent's SDKAppID as digits; undefined for OpenIM. */
  readonly appId: AppId;
  /**
   * An idempotency key. Identical for redeliveries of one event when its body identifies the event, or holds its time in
   * milliseconds (then the key is a digest of the bytes: two spellings of one body are two events). Otherwise every delivery has a
   * key of its own. Two events never share a key: an event handled twice is a nuisance, one taken for another is lost.
   */
  readonly key: string;
  /** What the event belongs to, e.g. one group; undefined when it belongs to nothing. */
  readonly conversation: string | undefined;
  /** When it happened at the vendor, where the body says so. */
  readonly occurredAt: Date | undefined;
  /** When the request came. */
  readonly receivedAt: Date;
  /** What steps of your own learnt of the request, see the option `steps`; empty in an attempt of an inbox. */
  readonly learnt: Partial<Learnt>;
  /** Aborts when the deadline passes: later work is too late for the reply. Pass it to `fetch`. */
  readonly signal: AbortSignal;
  /** Milliseconds left until the deadline; 0 when it has passed. */
  remainingMs(): number;
  /**
   * Exactly-once in effect, with `postgresInbox`: runs `work` in the transaction that ends the delivery, so that its writes and
   * the end of the delivery are committed together or not at all. It rolls back when `work` rejects, or when `signal` aborts
   * first. `client` is typed once `express-im-callbacks/inbox/postgres` is imported somewhere. Rejects with another inbox,
   * without one, and in a before-handler. See docs/postgres.md.
   */
  transaction<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
}

/** What `event.transaction` hands to its work; the engine that has transactions says what that is. */
// biome-ignore lint/suspicious/noEmptyInterface: inbox/postgres adds the client of pg to it
export interface TransactionClient {}

/** The event of a command; of a union of commands, the union of their events. */
export type EventOf<C> = C extends AnyCommand
  ? CallbackEvent<C['vendor'], C['wire'], C['phase'], BodyOf<C>, C['namesApp'] extends true ? string : undefined>
  : never;

export type AnyEvent = CallbackEvent<string, string, Phase, unknown>;

/** A callback that the catalogue does not know; `body` is as parsed, and its phase is unknown. */
export type UnknownEvent<V extends string = string> = Omit<CallbackEvent<V, string, Phase, unknown>, 'phase'>;

/** What an event is made of beside its body. */
export interface EventSource {
  readonly vendor: string;
  /** The command's name as it arrived. */
  readonly wire: string | undefined;
  readonly query: object | undefined;
  readonly operationID: string;
  readonly appId: string | undefined;
  /** The body as it came; undefined where somebody had parsed it before us, or it comes from a store. */
  readonly received?: Buffer | string | undefined;
  /** Whether the parsed body belongs to nobody else, so that it still says what `received` says. */
  readonly parsedHere?: boolean;
  /** Unix milliseconds. */
  readonly receivedAt: number;
  /** The same moment on the monotonic clock, in milliseconds. */
  readonly startedAt: number;
  /** What steps of the host's own have learnt. */
  readonly learnt?: Partial<Learnt> | undefined;
  /** Where it was worked out before, when the event was stored. */
  readonly key?: string;
  /** Which attempt of the inbox it is made for. */
  readonly attempt?: number;
  /** What else ends it than its deadline: its `signal` is asked for only where that of the event is. */
  readonly stopping?: { readonly signal?: AbortSignal };
  /** What `transaction` is, where the inbox has it. */
  readonly transact?:
    | (<T>(work: (client: TransactionClient) => Promise<T>, signal: AbortSignal) => Promise<T>)
    | undefined;
}

/**
 * What steps of your own learn of a request, for its handler: `event.learnt`. Declare your names, and both are typed:
 * `declare module 'express-im-callbacks' { interface Learnt { tenant: string } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: an app adds its names to it
export interface Learnt {}

/**
 * Makes the event of a decoded callback. A class behind the interface, because key, conversation and the abort signal
 * are worked out only when a handler asks for them; most ask for none.
 */
export class DecodedEvent implements AnyEvent {
  readonly #source: EventSource;
  readonly #entry: AnyCommand | undefined;
  readonly #deadlineAt: number;
  #signal: AbortSignal | undefined;
  #abort: ((reason: unknown) => void) | undefined;
  #identity: Identity | undefined;
  #key: string | undefined;
  #digest: BodyDigest | undefined;

  readonly vendor: string;
  readonly command: string;
  readonly wire: string;
  readonly phase: Phase;
  readonly body: unknown;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly operationID: string;
  readonly appId: string | undefined;
  /** Resolves when an asynchronous handler has ended, also one that runs on after the deadline; undefined where none runs. */
  running: Promise<void> | undefined = undefined;

  constructor(source: EventSource, command: AnyCommand | undefined, body: unknown, deadlineMs: number) {
    this.#source = source;
    this.#entry = command;
    this.#deadlineAt = source.startedAt + deadlineMs;
    this.vendor = source.vendor;
    this.wire = source.wire ?? '';
    this.command = command?.wire ?? this.wire;
    this.phase = command?.phase ?? 'after';
    this.body = body;
    this.query = source.query as Readonly<Record<string, string | undefined>>;
    this.operationID = source.operationID;
    this.appId = source.appId;
    this.#key = source.key;
  }

  get #known(): Identity {
    this.#identity ??= this.#entry?.identity(this.body) ?? {};
    return this.#identity;
  }

  get key(): string {
    this.#key ??= `${this.#prefix}/${this.command}/${this.#namedKey ?? this.#datedKey ?? randomUUID()}`;
    return this.#key;
  }

  get learnt(): Partial<Learnt> {
    return this.#source.learnt ?? nothing;
  }

  /** Which attempt of the inbox this event was made for, from 1; undefined for a request. */
  get attempt(): number | undefined {
    return this.#source.attempt;
  }

  /** True where equal bodies are one event for certain. */
  get isIdentified(): boolean {
    return this.#namedKey !== undefined || this.#isDated;
  }

  /** Its number among the messages of its conversation, where it has one; the next message has the next number. */
  get sequence(): number | undefined {
    return this.#known.sequence;
  }

  /** The parts that name the event, where each of them names something. */
  get #namedKey(): string | undefined {
    const parts = this.#known.key;
    return parts?.every(namesSomething) ? joined(parts) : undefined;
  }

  /** Equal bodies are one event where they hold its time in milliseconds; two events can share one second. */
  get #isDated(): boolean {
    const { at } = this.#known;
    return this.#entry?.datesInMs === true && at !== undefined && at % 1000 !== 0;
  }

  get #datedKey(): string | undefined {
    return this.#isDated ? this.bodyDigest.digest : undefined;
  }

  /** Of the body as it was received. */
  get bodyDigest(): BodyDigest {
    this.#digest ??= digestOf(this.#source.received, this.body);
    return this.#digest;
  }

  /** The body as it came; undefined where code of the host has parsed it, or got it since and may have changed it. */
  get received(): Buffer | string | undefined {
    return this.#source.parsedHere ? this.#source.received : undefined;
  }

  get conversation(): string | undefined {
    const parts = this.#known.conversation;
    return parts === undefined ? undefined : `${this.#prefix}/${joined(parts.filter((part) => part !== undefined))}`;
  }

  /** What `conversation` is joined of, beside the vendor and the app. */
  get conversationParts(): { readonly kind: string; readonly ids: readonly string[] } | undefined {
    const [kind, ...ids] = (this.#known.conversation ?? []).filter((part) => part !== undefined);
    return kind === undefined ? undefined : { kind: String(kind), ids: ids.map((id) => String(id ?? '-')) };
  }

  get occurredAt(): Date | undefined {
    const at = this.#known.at;
    // 8.64e15 ms is as far as a Date goes.
    return at === undefined || at <= 0 || at > 8.64e15 ? undefined : new Date(at);
  }

  get receivedAt(): Date {
    return new Date(this.#source.receivedAt);
  }

  get signal(): AbortSignal {
    if (this.#signal === undefined) {
      const controller = new AbortController();
      const other = this.#source.stopping?.signal;
      this.#signal = other === undefined ? controller.signal : AbortSignal.any([controller.signal, other]);
      // Its listeners are called in this async context, e.g. that of `currentCallback`; the deadline passes outside of the handler.
      this.#abort = AsyncResource.bind((reason: unknown) => controller.abort(reason));
      if (this.remainingMs() === 0) this.expire();
    }
    return this.#signal;
  }

  remainingMs(): number {
    return Math.max(0, this.#deadlineAt - performance.now());
  }

  async transaction<T>(work: (client: TransactionClient) => Promise<T>): Promise<T> {
    const { transact } = this.#source;
    if (transact !== undefined) return transact(work, this.signal);
    throw new Error(
      `event.transaction is of deliveries that postgresInbox hands out, and this ${this.#source.attempt === undefined ? 'event comes from no inbox' : 'inbox has no transactions'}; write to your database without it, or give imCallbacks inbox: postgresInbox({ connection })`,
    );
  }

  /** Milliseconds since the request came. */
  ageMs(): number {
    return performance.now() - this.#source.startedAt;
  }

  /** Aborts the signal, if a handler has asked for it. Called when the deadline passes. */
  expire(): void {
    this.#abort?.(new DOMException('the deadline of the callback has passed', 'TimeoutError'));
  }

  get #prefix(): string {
    return this.appId === undefined ? this.vendor : `${this.vendor}/${this.appId}`;
  }
}

const nothing: Partial<Learnt> = Object.freeze({});

/** The key, worked out when it is asked for: a handler may have emptied the body it is made of. */
export function keyOf(event: { readonly key?: string } | undefined): string | undefined {
  try {
    return event?.key;
  } catch {
    return undefined;
  }
}
