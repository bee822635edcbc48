import type { FailureGuide } from '../../callback/failure-guide';
import type { TencentFailure } from './receive/failures';

/** What a developer wants to know of the failures that only Tencent's callbacks have. */
export const tencentFailureGuide: Readonly<Record<TencentFailure['kind'], FailureGuide>> = {
  wrongAppId: {
    what: 'The `SdkAppid` of the query is missing, or is not one of yours.',
    todo: 'Compare `tencent.sdkAppId` with the console. Where it is missing, a proxy in front drops the query.',
  },
  badSignature: {
    what: '`Sign` and `RequestTime` are missing, malformed, too old, or do not fit the token. `reason` says which.',
    todo: '`missing`: turn authentication on in the console. `mismatch`: compare the token. `stale`: look at the clock of this machine. While you change the token, give both: `token: [new, old]`.',
  },
  appUnresolved: {
    what: 'Your `resolveApp` failed, or did not answer in time. `cause` is what it threw.',
    todo: 'Check what it queries. Known apps keep their cached answer meanwhile.',
  },
  unsignedAccepted: {
    what: 'A callback without signature was let in, because `tencent.unsignedGrace` is on.',
    todo: 'Turn authentication on in the console, and `unsignedGrace` off.',
    answer: 'As if it were signed.',
  },
  replayed: {
    what: 'The same signature came with the same body before, and `replayGuard` is on.',
    todo: 'An occasional one comes from Tencent, which repeats a callback after a time-out. Many mean that somebody has seen a URL: change the token.',
  },
};
