import type { FailurePolicy } from '../catalogue/command';

/** One option of the command line that only this vendor has. */
export interface VendorFlag {
  /** As help shows it: `--client-ip <address>`, or `--retry` for a switch. No other vendor may have a flag of this name. */
  readonly name: string;
  /** What it means, for help; a short phrase. */
  readonly about: string;
  /** The environment variable that stands in for it, and what that holds, in two or three words. */
  readonly env?: { readonly name: string; readonly about: string };
  readonly default?: string;
  /** Its value is never printed, not even in an error about it. */
  readonly isSecret?: true;
  /** Adds `--no-…`, which ignores the environment variable; what that means, for help. */
  readonly without?: string;
  /** It says how callbacks are sent, and not who sends them; doctor has no use for it. */
  readonly onlySending?: true;
  /** It proves who calls, and stands in nothing that is set at the vendor; config has no use for it. */
  readonly onlyCalling?: true;
  /** What to write instead of this value; undefined where it is right. */
  readonly mend?: (value: string) => string | undefined;
}

/**
 * What was given on the command line: options that all vendors have, and the vendors' own flags by their names in camel case
 * (`clientIp`).
 */
export type SenderFlags = {
  /** The receiver's URL. */
  readonly to: string;
  /** When the sender gives up, in milliseconds. */
  readonly timeout?: number;
  /** What a before-callback that failed means. */
  readonly onFailure?: FailurePolicy;
  readonly [flag: string]: unknown;
};
