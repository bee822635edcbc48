import type { OwnFailure } from '../callback/failure';
import type { HttpRequest } from '../callback/http-request';
import type { AnyCommand } from '../catalogue/command';
import type { Flow } from '../flow/pipeline';
import type { SharedSettings } from '../flow/settings';
import type { SendingSide } from '../sending/sending-side';
import type { VendorCommandLine } from './vendor-command-line';
import type { VendorMessages } from './vendor-messages';
import type { VendorSchema } from './vendor-schema';

/**
 * A chat service as a value: all that differs from one vendor to the next. Whatever is not in this folder takes it from here and
 * compares no vendor's name. A new vendor is one folder beside `tencent` and `openim`, and one line in `index.ts`.
 */
export interface VendorValue<
  Name extends string,
  C extends AnyCommand,
  F extends OwnFailure,
  Receive extends (options: never, shared: SharedSettings) => Flow,
  Sending extends SendingSide,
  Messages extends VendorMessages,
> {
  /** The name of its option, and `event.vendor`. */
  readonly name: Name;
  /** Its name as people write it. */
  readonly label: string;
  /** The same in running text, where the whole name is too long. */
  readonly shortLabel: string;

  // What it sends
  /** Its commands by topic, in the order in which documents list them. */
  readonly topics: Readonly<Record<string, readonly AnyCommand[]>>;
  readonly commands: readonly C[];
  /** The same by every name. */
  readonly index: ReadonlyMap<string, AnyCommand>;
  /**
   * What a field of this name means wherever it stands, unless the entry of a command says otherwise; inside of a tagged union
   * the name of its codec stands before it: `image.Type`.
   */
  readonly vocabulary: Readonly<Record<string, string>>;

  // How it is received
  /** The option in its shortest form, for the words of an error: `tencent: { sdkAppId: 1400000001, token: … }`. */
  readonly example: string;
  /** Options of its own that are most likely to be written one level too high. */
  readonly ownOptions: readonly string[];
  /** True for a request that has this vendor's marks. Undefined: its requests have none, so it gets what no other vendor claims. */
  readonly isMine: ((request: Pick<HttpRequest, 'search' | 'headers' | 'path'>) => boolean) | undefined;
  /** One of each failure that only this vendor has. */
  readonly failures: readonly F[];

  // Its parts, each loaded when it is asked for: a receiver never loads what sends, nor a sender what receives
  /** What checks the options, with a `TypeError` that says what to write, and makes the walk of its callbacks. */
  readonly receiving: () => Receive;
  /** What sends as this vendor does: `send/index.ts` of its folder. */
  readonly sending: () => Sending;
  /** How its messages are read and changed: `message/index.ts` of its folder. */
  readonly messages: () => Messages;
  /** What schemas and documents need besides. */
  readonly schema: () => VendorSchema;
  /** What the command line and its doctor ask and say for it. A function, because receivers must not load it. */
  readonly commandLine: () => VendorCommandLine;
}

/** Any vendor; `any`, because each one takes options of its own. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyReceive = (options: any, shared: SharedSettings) => Flow;

export type AnyVendor = VendorValue<string, AnyCommand, OwnFailure, AnyReceive, SendingSide, VendorMessages>;
