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
  /** After-callbacks go through this queue; undefined where they run in the user's request. */
  readonly queue: QueueOptions | undefined;
  /** Whether an error of an after-callback, but for messages and presence, reaches the caller after the work was done. */
  readonly afterErrorsReachCaller: boolean;
  /** Commands whose reply's changes are lost by mistake. */
  readonly losesChangesOf: readonly string[];
}

const v2: Omit<OpenimServer, 'version'> = {
  commandIn: 'body',
  operationID: 'body',
  newline: false,
  keepsAlive: false,
  longestTimeoutMs: Number.POSITIVE_INFINITY,
  conversationKeyOf: [],
  reply: { actionCode: 'int64', errCode: 'int64', errMsg: 'string', operationID: 'string' },
  refusal: 'a reply refuses when actionCode is not 0 (servers 2.x)',
  refuses: ({ actionCode }) => actionCode !== 0,
  callerSees: (errCode) => (errCode === 0 ? 201 : errCode),
  failureCodes: { network: 500, data: 500 },
  honoursFailedContinue: true,
  queue: undefined,
  afterErrorsReachCaller: false,
  losesChangesOf: [],
};

const v30: Omit<OpenimServer, 'version'> = {
  ...v2,
  commandIn: 'query',
  operationID: 'whenKnown',
  keepsAlive: true,
  reply: { actionCode: 'int64', errCode: 'int32', errMsg: 'string', errDlt: 'string' },
  refusal: 'a reply refuses when actionCode or errCode is not 0 (servers 3.0.0 to 3.4.0)',
  refuses: ({ actionCode, errCode }) => actionCode !== 0 || errCode !== 0,
  callerSees: (errCode) => errCode,
  failureCodes: { network: 90004, data: 90007 },
};

const v34 = { ...v30, longestTimeoutMs: 15_000 };

const v342: Omit<OpenimServer, 'version'> = {
  ...v34,
  commandIn: 'path',
  reply: { actionCode: 'int32', errCode: 'int32', errMsg: 'string', errDlt: 'string', nextCode: 'int32' },
  refusal: 'a reply refuses when actionCode is not 0, or nextCode is 1 (servers 3.4.2 to 3.5.1)',
  refuses: ({ actionCode, nextCode }) => actionCode !== 0 || nextCode === 1,
  afterErrorsReachCaller: true,
};

const v36: Omit<OpenimServer, 'version'> = {
  ...v342,
  refusal: 'servers 3.6 log a refusal and drop it (open-im-server#2166)',
  refuses: () => false,
};

const v37: Omit<OpenimServer, 'version'> = {
  ...v342,
  operationID: 'always',
  newline: true,
  refusal: 'a reply refuses when actionCode is 0 and nextCode is 1 (servers 3.7.0 on)',
  refuses: ({ actionCode, nextCode }) => actionCode === 0 && nextCode === 1,
  callerSees: (errCode) => (errCode <= 0 ? 500 : errCode),
  honoursFailedContinue: false,
  queue: { workers: 2, size: 100, waitMs: 100 },
  afterErrorsReachCaller: false,
  losesChangesOf: ['callbackBeforeMemberJoinGroupCommand'], // open-im-server#2410
};

const v38: Omit<OpenimServer, 'version'> = {
  ...v37,
  queue: { workers: 2, size: 100, waitMs: 3000 },
  losesChangesOf: [],
};

const main: Omit<OpenimServer, 'version'> = {
  ...v38,
  conversationKeyOf: [
    'callbackAfterSendSingleMsgCommand',
    'callbackAfterSendGroupMsgCommand',
    'callbackAfterMsgSaveDBCommand',
  ],
};

const families: Readonly<Record<OpenimServerVersion, Omit<OpenimServer, 'version'>>> = {
  '2.0': v2,
  '2.1': v2,
  '2.2': v2,
  '2.3': v2,
  '3.0': v30,
  '3.1': v30,
  '3.2': v30,
  '3.3': v30,
  '3.4': v34,
  '3.4.2': v342,
  '3.5': v342,
  '3.6': v36,
  '3.7': v37,
  '3.8': v38,
  main,
};

export function openimServer(version: OpenimServerVersion): OpenimServer {
  return { version, ...families[version] };
}
