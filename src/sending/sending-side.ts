import type { AnyCommand } from '../catalogue/command';
import type { Shape } from '../options/check';
import type { Sender } from './sender';

/** What every sender can be told. A vendor adds its own options to these. */
export interface AnySenderOptions {
  readonly vendor: string;
  /** The receiver's URL, as it is configured at the vendor. */
  readonly to: string | URL;
  /** How long to wait for the whole reply, in milliseconds. Default what the vendor waits. */
  readonly timeoutMs?: number;
  /** Unix time in milliseconds. Default `Date.now`. */
  readonly clock?: () => number;
}

/** The options that a vendor's sender has beside `vendor`, `to` and `clock`. */
export interface OwnSenderOptions extends Pick<Shape, 'rules' | 'plain'> {
  /** Those without a default, each with an example as it stands in code. */
  readonly required: Readonly<Record<string, string>>;
  /** Those of `send` and `sendAny`, which go with one callback. */
  readonly ofOneCallback: readonly string[];
}

/**
 * The part of a vendor that sends as the vendor does, for tests and tools; receivers never load it. A vendor's own value has
 * narrower types, and what `createSender` and `deliver` take and give is derived from those.
 */
export interface SendingSide {
  readonly options: OwnSenderOptions;
  /** Makes the sender. The options have been checked by the rules above. */
  makeSender(options: AnySenderOptions): Sender<AnyCommand>;
  /**
   * The sender options with which a receiver of these options lets a callback in. `given` are the caller's own, which may
   * choose among several.
   */
  optionsToReach(receiver: object, given: object): object;
  /** The reply in the vendor's own form; undefined for what is no JSON object. */
  readAck(text: string): object | undefined;
}
