/** What sends as Tencent does; `vendor.ts` loads it when it is asked for. */
import { readJsonObject } from '../../../sending/read-json-object';
import type { SendingSide } from '../../../sending/sending-side';
import { tencentSenderOptions } from './options';
import { optionsToReach } from './options-to-reach';
import { tencentSender } from './sender';

/** The reply in Tencent's form, as a receiver of ours makes it. */
export interface TencentAck extends Readonly<Record<string, unknown>> {
  readonly ActionStatus: string;
  readonly ErrorCode: number;
  readonly ErrorInfo: string;
}

export const sending = {
  options: tencentSenderOptions,
  makeSender: tencentSender,
  optionsToReach,
  // The fields are what a receiver of ours writes; a host in front of it may have put anything in its place.
  readAck: (text: string) => readJsonObject(text) as TencentAck | undefined,
} satisfies SendingSide;
