import { readJsonObject } from '../../../sending/read-json-object';
import type { SendingSide } from '../../../sending/sending-side';
import type { ParlourOptions } from '../receive/options';
import { type ParlourSenderOptions, parlourSenderOptions } from './options';
import { parlourSender } from './sender';

export interface ParlourAck extends Readonly<Record<string, unknown>> {
  readonly ok: boolean;
}

export const sending = {
  options: parlourSenderOptions,
  makeSender: parlourSender,
  optionsToReach: ({ key }: ParlourOptions): Partial<ParlourSenderOptions> => ({ key }),
  readAck: (text: string) => readJsonObject(text) as ParlourAck | undefined,
} satisfies SendingSide;
