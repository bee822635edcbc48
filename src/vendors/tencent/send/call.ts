import type { AnyCommand, FailurePolicy } from '../../../catalogue/command';

/** A callback that Tencent has sent. */
export interface TencentCall {
  /** Undefined for a command that the catalogue does not know. */
  readonly command: AnyCommand | undefined;
  /** The body as it was sent. */
  readonly body: unknown;
  /** What the console says about a failed before-callback; undefined: the command's default. */
  readonly failedBefore: FailurePolicy | undefined;
  /** Whether a time-out of an after-callback brings it once more. */
  readonly retriesOnTimeout: boolean;
}
