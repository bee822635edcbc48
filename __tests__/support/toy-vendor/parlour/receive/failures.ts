import type { OwnFailure } from '../../../callback/failure';

export type ParlourFailure = OwnFailure & { readonly kind: 'strangerAtTheDoor' };

export const strangerAtTheDoor: ParlourFailure = {
  kind: 'strangerAtTheDoor',
  status: 403,
  message: 'the signature is missing or wrong',
};
