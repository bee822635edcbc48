import type { GoStruct } from './go-type';
import type { QueueOptions } from './queue';

/** Versions that differ as senders; `main` is the branch after 3.8. `3.4` is 3.4.0: 3.4.2 was tagged from the 3.5 line. */
export const openimServerVersions = [
  '2.0',
  '2.1',
  '2.2',
  '2.3',
  '3.0',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.4.2',
  '3.5',
  '3.6',
  '3.7',
  '3.8',
  'main',
] as const;
export type OpenimServerVersion = (typeof openimServerVersions)[number];

/** The five fields that every reply may have, missing ones as zero. */
export interface CommonReply {
  readonly actionCode: number;
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly nextCode: number;
}

/** How one server version sends, and what it makes of a reply: open-im-server's own source, tags 2.0.2 to main. */
export interface OpenimServer {
  readonly version: OpenimServerVersion;
  readonly commandIn: 'body' | 'query' | 'path';
  /** `body`: no header. `whenKnown`: no header when there is none. `always`: the header is there, and may be empty. */
  readonly operationID: 'body' | 'whenKnown' | 'always';
  readonly newline: boolean;
  readonly keepsAlive: boolean;
  /** The longest time-out the HTTP client itself allows, in milliseconds. */
  readonly longestTimeoutMs: number;
  /** Commands whose URL has `key`. */
  readonly conversationKeyOf: readonly string[];
  /** The reply's struct, without the fields of the command. */
  readonly reply: GoStruct;
  /** What refuses, as a sentence, and whether this reply does. */
  readonly refusal: string;
  readonly refuses: (reply: CommonReply) => boolean;
  /** The code that the caller of a refused operation gets. */
  readonly callerSees: (errCode: number) => number;
  /** The codes that the caller gets when the callback fails: no reply, and a reply that cannot be read. */
  readonly failureCodes: { readonly network: number; readonly data: number };
  /** Whether `failedContinue` counts; from 3.7.0 on it is parsed and never read (open-im-server#3808). */
  readonly honoursFailedContinue: boolean;
  /** Whether a callback that failed and is passed over leaves its reply to be applied: empty, or as far as it was decoded. */
  readonly appliesFailedReplies: boolean;
  /** After-callbacks go through this queue; undefined where they run in the user's request. */
  readonly queue: QueueOptions | undefined;
  /** Whether an error of an after-callback, but for sent messages and presence, reaches the caller after the work was done. */
  readonly afterErrorsReachCaller: boolean;
  /** Whether the changes in a reply that does not refuse are applied. */
  readonly takesChanges: (reply: CommonReply) => boolean;
  /** Commands whose reply's changes are lost by mistake. */
  readonly losesChangesOf: readonly string[];
  /** Fields that are taken from the reply whether it has them or not, by command. */
  readonly copiesAlways: Readonly<Record<string, readonly string[]>>;
  /** Whether the content of a message must hold a JSON object, else the message is not sent. */
  readonly checksContent: boolean;
  /** Whether the recipients of an offline push are written through a nil pointer outside groups. */
  readonly pushListOfGroupsOnly: boolean;
  /** The code that the caller gets where the server runs into a nil pointer and recovers; undefined where nobody looked. */
  readonly panicCode: number | undefined;
}
