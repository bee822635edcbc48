import type * as t from 'io-ts';
import type { AsSent } from './as-sent';
import type { Verdict } from './verdict';

/** `before`: the reply is a verdict. `after`: the reply is an acknowledgement. */
export type Phase = 'before' | 'after';

/** The option a command is handled by: `onReadReceipt` after the fact, `beforeGroupMsg` before it. */
export type HandlerName<P extends Phase, E extends string> = P extends 'before'
  ? `before${Capitalize<E>}`
  : `on${Capitalize<E>}`;

/** What tells one delivery from another, as the entry of a command derives it from the body. */
export interface Identity {
  /**
   * At least two parts that together name this event and no other. Write a part that may be absent as `X || null`,
   * which cannot be mistaken for an ID. When a part is undefined or empty, or no set of fields names the event, a body
   * that holds its time in milliseconds gets its digest as the key, and any other delivery a key of its own. With a key
   * that is too fine, an event is handled twice; with one that is too coarse, a real event is lost.
   */
  readonly key?: readonly (string | number | null | undefined)[];
  /** Kind and id of what the event belongs to; events of one conversation are handled in order. */
  readonly conversation?: readonly [kind: string, ...ids: (string | number | undefined)[]];
  /** When it happened, in Unix milliseconds. */
  readonly at?: number | undefined;
  /** Its number in the conversation, where each message has the next number: a gap reveals messages that never came. */
  readonly sequence?: number | undefined;
}

/** The codes a refusal of this command may carry. */
export interface RefusalCodes {
  /** The code of a refusal without one of its own. */
  readonly plain: number;
  /** First and last code of the documented range for own codes; absent where there is none. */
  readonly own?: readonly [first: number, last: number];
}

/** `null` stands for no fields at all. */
type RewriteCodec<Fields> = Fields extends object ? t.Type<Fields, unknown, unknown> : undefined;

/** One kind of callback, as data. Routing, decoding, types, documents, samples and tests all read this. */
export interface Command<
  V extends string,
  W extends string,
  E extends string,
  P extends Phase,
  Body,
  Wire,
  Fields extends object | null,
  Drops extends boolean,
  NamesApp extends boolean,
> {
  readonly vendor: V;
  /** Whether the vendor's callbacks name the app they are for: `event.appId`. */
  readonly namesApp: NamesApp;
  /** Whether the vendor's bodies hold the event's time in milliseconds, so that two equal bodies are one event. */
  readonly datesInMs: boolean;
  /** The name on the wire, as the vendor spells it today. */
  readonly wire: W;
  /** Other spellings: of other versions of the vendor's server, or of another page of its documents. */
  readonly aliases: readonly string[];
  readonly event: E;
  readonly phase: P;
  readonly handler: HandlerName<P, E>;
  readonly summary: string;
  /**
   * The title of its page in the vendor's Chinese documents, by which its console lists it; undefined where none is
   * known.
   */
  readonly titleZh: string | undefined;
  /** The page or source file the facts come from. */
  readonly source: string;
  readonly request: t.Type<Body, Wire, unknown>;
  readonly identity: (body: Body) => Identity;
  /** A legal body, as it arrives. */
  readonly sample: Wire;
  /**
   * The reply fields that the vendor reads, where it reads any: of a `rewrite()` before the fact, of an `answer()`
   * after it.
   */
  readonly rewrite: RewriteCodec<Fields>;
  /** Whether ErrorCode 2 exists for it: swallow the message and tell its sender that it was sent. */
  readonly drops: Drops;
  readonly refusal: RefusalCodes;
  /**
   * Reply fields beyond the vendor's plain reply, made from the verdict and the body, which may not have been decoded.
   */
  readonly reply: ((verdict: Verdict, body: Body) => object) | undefined;
  /**
   * Says in one sentence why the vendor could not use these changes of this body, where the codec `rewrite` cannot
   * tell. Undefined when it can use them.
   */
  readonly checkRewrite: ((changes: NonNullable<Fields>, body: Body) => string | undefined) | undefined;
  /** Fields of a rewrite that the vendor ignores when they are empty: the original stays as it is. */
  readonly ignoredWhenEmpty: readonly string[];
  /** Pitfalls, one sentence each. */
  readonly quirks: readonly string[];
  /** What each field means, by its path (`MsgBody[].MsgType`), where the vendor's vocabulary does not say it. */
  readonly meanings: Readonly<Record<string, string>>;
  /** `documented`; `from-code`: known from source code only; `name-only`: no document shows its body. */
  readonly confidence: Confidence;
  /** The reply of a before-command when there is no verdict and the app did not configure another. */
  readonly failurePolicy: FailurePolicy;
  /**
   * Paths of body fields (`secret`, `users[].token`) that hold a secret of the vendor's server or of a user: never to
   * be stored or logged.
   */
  readonly secretInBody: readonly string[];
}

export type FailurePolicy = 'allow' | 'refuse';
export type Confidence = 'documented' | 'from-code' | 'name-only';

/** Any command; `any` because a body is both what a handler takes and what a codec gives. */
// biome-ignore lint/suspicious/noExplicitAny: a list of commands of different bodies has no common body type
export type AnyCommand = Command<string, string, string, Phase, any, any, any, boolean, boolean>;

export type BodyOf<C> = C extends { request: t.Type<infer Body, infer _Wire, unknown> } ? Body : never;
/** A body as its sender may write it. */
export type WireOf<C> = AsSent<BodyOf<C>>;
export type FieldsOf<C> = C extends { rewrite: t.Type<infer Fields extends object, unknown, unknown> } ? Fields : never;

/**
 * Whether its handler answers, although it comes after the fact: the vendor waits for the reply and reads fields of it.
 */
export function isAnswered({ phase, rewrite }: AnyCommand): boolean {
  return phase === 'after' && rewrite !== undefined;
}

/** What the author of a command writes. */
export interface Entry<
  W extends string,
  E extends string,
  P extends Phase,
  Body,
  Wire,
  Fields extends object | null,
  Drops extends boolean,
> {
  wire: W;
  aliases?: readonly string[];
  event: E;
  phase: P;
  summary: string;
  titleZh?: string;
  source: string;
  request: t.Type<Body, Wire, unknown>;
  identity: (body: Body) => Identity;
  sample: NoInfer<Wire>;
  rewrite?: t.Type<NonNullable<Fields>, unknown, unknown>;
  drops?: Drops;
  refusal?: RefusalCodes;
  reply?: (verdict: Verdict, body: Body) => object;
  checkRewrite?: (changes: NonNullable<NoInfer<Fields>>, body: NoInfer<Body>) => string | undefined;
  ignoredWhenEmpty?: readonly (keyof NonNullable<NoInfer<Fields>> & string)[];
  quirks?: readonly string[];
  meanings?: Readonly<Record<string, string>>;
  confidence?: Confidence;
  failurePolicy?: FailurePolicy;
  secretInBody?: readonly string[];
}

/** What the commands of one vendor have in common. */
export interface CommandDefaults<V extends string, NamesApp extends boolean> {
  vendor: V;
  namesApp: NamesApp;
  datesInMs: boolean;
  refusal: RefusalCodes;
}

/** The `command` function of one vendor: fills in what most of its commands share. */
export function commandsOf<const V extends string, const NamesApp extends boolean>(
  shared: CommandDefaults<V, NamesApp>,
) {
  const { vendor, namesApp, datesInMs, refusal } = shared;
  return function command<
    const W extends string,
    const E extends string,
    const P extends Phase,
    Body,
    Wire,
    Fields extends object | null = null,
    const Drops extends boolean = false,
  >(entry: Entry<W, E, P, Body, Wire, Fields, Drops>): Command<V, W, E, P, Body, Wire, Fields, Drops, NamesApp> {
    return {
      vendor,
      namesApp,
      datesInMs,
      wire: entry.wire,
      aliases: entry.aliases ?? [],
      event: entry.event,
      phase: entry.phase,
      handler: handlerName(entry.phase, entry.event),
      summary: entry.summary,
      titleZh: entry.titleZh,
      source: entry.source,
      request: entry.request,
      identity: entry.identity,
      sample: entry.sample,
      rewrite: entry.rewrite as RewriteCodec<Fields>, // absent exactly where Fields is null
      drops: entry.drops ?? (false as Drops), // Drops is `false` where the entry does not set it
      refusal: entry.refusal ?? refusal,
      reply: entry.reply,
      checkRewrite: entry.checkRewrite,
      ignoredWhenEmpty: entry.ignoredWhenEmpty ?? [],
      quirks: entry.quirks ?? [],
      meanings: entry.meanings ?? {},
      confidence: entry.confidence ?? 'documented',
      failurePolicy: entry.failurePolicy ?? 'allow',
      secretInBody: entry.secretInBody ?? [],
    };
  };
}

/** The option a command is handled by. */
export function handlerName<P extends Phase, E extends string>(phase: P, event: E): HandlerName<P, E> {
  const name = event.charAt(0).toUpperCase() + event.slice(1);
  // Template literal types cannot be built up from string operations.
  return (phase === 'before' ? `before${name}` : `on${name}`) as HandlerName<P, E>;
}

/** All wire names of a catalogue, aliases included; throws when two commands claim the same one. */
export function indexByWire(catalogue: readonly AnyCommand[]): ReadonlyMap<string, AnyCommand> {
  const index = new Map<string, AnyCommand>();
  for (const command of catalogue) {
    for (const wire of [command.wire, ...command.aliases]) {
      const other = index.get(wire);
      if (other !== undefined) throw new Error(`catalogue: ${wire} stands for both ${other.wire} and ${command.wire}`);
      index.set(wire, command);
    }
  }
  return index;
}
