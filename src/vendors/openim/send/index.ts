/** What sends as an OpenIM server does; `vendor.ts` loads it when it is asked for. */
import { readJsonObject } from '../../../sending/read-json-object';
import type { SendingSide } from '../../../sending/sending-side';
import { openimSenderOptions } from './options';
import { optionsToReach } from './options-to-reach';
import { openimSender } from './sender';

/** The reply in OpenIM's form, as a receiver of ours makes it. */
export interface OpenimAck extends Readonly<Record<string, unknown>> {
  readonly actionCode: number;
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly nextCode: number;
}

export const sending = {
  options: openimSenderOptions,
  makeSender: openimSender,
  optionsToReach,
  // The fields are what a receiver of ours writes; a host in front of it may have put anything in its place.
  readAck: (text: string) => readJsonObject(text) as OpenimAck | undefined,
} satisfies SendingSide;
