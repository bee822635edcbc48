import type { IncomingHttpHeaders } from 'node:http';
import type { VendorDoctor } from './vendor-doctor';
import type { SenderFlags, VendorFlag } from './vendor-flags';
import type { VendorSetUp } from './vendor-set-up';

/** What the command line asks and says for one vendor. Only the command line loads it. */
export interface VendorCommandLine {
  /** Its own options. */
  readonly flags: readonly VendorFlag[];
  /** What they are as options of `createSender`; vendor, to and timeoutMs are added. */
  senderOptions(flags: SenderFlags): object;
  /** When its sender gives up, in milliseconds, unless `--timeout` says otherwise. */
  readonly timeoutMs: number;
  /** Commands of which a busy app gets most, by wire name: `storm` sends them. */
  readonly busiest: readonly string[];
  readonly bodies: VendorBodies;
  readonly recordings: VendorRecordings;
  readonly secrets: VendorSecrets;
  readonly setUp: VendorSetUp;
  readonly doctor: VendorDoctor;
  /** What help says beside the options, by command. */
  readonly help: Readonly<Partial<Record<HelpTopic, VendorHelp>>>;
}

export type HelpTopic = 'main' | 'show' | 'list' | 'send' | 'storm' | 'record' | 'replay' | 'doctor' | 'config';

export interface VendorHelp {
  /** Whole command lines. */
  readonly examples?: readonly string[];
  /** Paragraphs. */
  readonly notes?: readonly string[];
}

/** How the sample of a command becomes another event. */
export interface VendorBodies {
  /** Fields that tell one event from another, by name, and their values in the event with these numbers. */
  readonly distinct: Readonly<Record<string, (event: NumberedEvent) => string | number>>;
  /** Fields that name the conversation. */
  readonly conversation: readonly string[];
  /** Fields in which the body of a sample repeats the command's name; `isKnown`: whether the catalogue has this command. */
  named?(wire: string, isKnown: boolean, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

export interface NumberedEvent {
  /** What no other event of the run has. */
  readonly n: number;
  /** Its number within its conversation. */
  readonly sequence: number;
  /** What the sample has in this field. */
  readonly value: unknown;
}

/** A request that passed through `record`. */
export interface PassedRequest {
  /** Path without the query. */
  readonly path: string;
  /** The query as sent. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  /** The body as it came. */
  readonly bytes: Buffer;
}

/** How callbacks are recognised, kept in a recording, and sent again. */
export interface VendorRecordings {
  /**
   * The command of a callback of this vendor, and what its sender's form needs to be repeated. It is written to the file, so it
   * must hold nothing that proves the sender, and no address. Undefined for every other request.
   */
  recognise(request: PassedRequest): { readonly command: string; readonly form: Form } | undefined;
  /** The flags of a sender that sends in this form, and the options that go with one callback. */
  repeat(form: Form): { readonly flags: Readonly<Record<string, unknown>>; readonly options?: object };
  /** Whether texts in a field of this name choose among a few words, or name what is no person's to choose. They are kept. */
  isPlain(name: string): boolean;
  /** Fields that hold what users wrote, whatever its form. All in them is masked. */
  readonly content: ReadonlySet<string>;
  /** Objects whose names users choose. */
  readonly keyedByUsers: ReadonlySet<string>;
  /** Names within content that are the vendor's own; handlers look for them, so they are kept. */
  readonly contentNames: ReadonlySet<string>;
}

/** Fields of a line in a recording, beside those that every line has. */
export type Form = Readonly<Record<string, unknown>>;

/** What must not be printed, beside the values of secret flags and the credentials in a URL. */
export interface VendorSecrets {
  /** Whether the last segment of the configured URL may be a secret. */
  readonly inPath: boolean;
  /** Parameters of the URL that everybody may see. The values of all others are masked. */
  readonly plainParameters: readonly string[];
  /** Secrets in any text, by their form. Of a match, the first group stays and the rest is masked. */
  readonly patterns: readonly RegExp[];
}
