import type { IncomingHttpHeaders } from 'node:http';
import type { VerdictOf } from '../callback/handlers';
import type { Conclusion, SendOptions } from '../sender';
import type { ComposedRequest } from '../sending/composed-request';
import type { TencentCommand } from '../vendors/tencent';
import type { CommandName, CommandOf } from './command-name';
import type { OpenimDelivery, TencentDelivery } from './sender-for';

/** How it is delivered: what the sender of the command's vendor can be told. */
export type DeliverOptions<W extends CommandName> = W extends TencentCommand['wire']
  ? TencentDelivery
  : OpenimDelivery & SendOptions;

/** `path`: where the receiver is mounted. Default `/im-callback`, and nothing for a receiver without an app. */
export type DeliverToAppOptions<W extends CommandName> = DeliverOptions<W> & { readonly path?: string };

/** The reply in the vendor's own form. */
export type AckOf<W extends CommandName> = Readonly<Record<string, unknown>> &
  (W extends TencentCommand['wire']
    ? { readonly ActionStatus: string; readonly ErrorCode: number; readonly ErrorInfo: string }
    : {
        readonly actionCode: number;
        readonly errCode: number;
        readonly errMsg: string;
        readonly errDlt: string;
        readonly nextCode: number;
      });

/** What came of one delivery. */
export interface Delivered<W extends CommandName> {
  /** What the reply amounts to, in the words of a handler; undefined after the fact, and where the callback failed. */
  readonly verdict: (CommandOf<W>['phase'] extends 'before' ? VerdictOf<CommandOf<W>> : never) | undefined;
  /** What the chat service concludes from the reply, and what it does then. */
  readonly conclusion: Conclusion;
  /** The reply; undefined where none came, or no JSON object. */
  readonly ack: AckOf<W> | undefined;
  /** The reply as text. */
  readonly text: string;
  /** HTTP status of the reply; 0 where none came. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** From sending to the last byte of the reply, in milliseconds. */
  readonly ms: number;
  readonly request: ComposedRequest;
}

/** What came of one delivery to an app in this process. */
export interface DeliveredToApp<W extends CommandName> extends Delivered<W> {
  /** Resolves when the handler has ended, also one that runs on after its deadline and the reply. */
  settled(): Promise<void>;
}
