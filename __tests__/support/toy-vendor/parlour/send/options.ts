import { wholeNumber } from '../../../options/check';
import type { AnySenderOptions, OwnSenderOptions } from '../../../sending/sending-side';

export interface ParlourSenderOptions extends AnySenderOptions {
  readonly vendor: 'parlour';
  readonly key: string;
}

export const parlourSenderOptions: OwnSenderOptions = {
  required: { key: `'the key of both sides'` },
  ofOneCallback: [],
  rules: {
    key: (value) => (typeof value === 'string' && value.length >= 8 ? undefined : 'a string of 8 characters or more'),
    timeoutMs: wholeNumber('milliseconds', 1, 60_000),
  },
};
