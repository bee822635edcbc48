import { type ReceiverOptions, receiverRules, type Settings, type SharedSettings } from '../../../flow/settings';
import { checkOptions, refuseUndefined, type Shape } from '../../../options/check';

export interface ParlourOptions extends ReceiverOptions {
  /** The key that both sides know. */
  key: string;
}

export interface ParlourSettings extends Settings {
  key: string;
}

const shape: Shape = {
  at: 'parlour.',
  rules: {
    ...receiverRules,
    key: (value) => (typeof value === 'string' && value.length >= 8 ? undefined : 'a string of 8 characters or more'),
  },
};

export function parlourSettings(options: ParlourOptions, shared: SharedSettings): ParlourSettings {
  checkOptions(options, shape);
  refuseUndefined(options, shape);
  if (options.key === undefined) throw new TypeError('imCallbacks: option parlour.key is missing');
  return { bodyLimitBytes: 65_536, bodyTimeoutMs: 2000, deadlineMs: 2500, ...options, ...shared };
}
