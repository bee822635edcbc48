import type { OwnFailure } from '../../../callback/failure';

/** What can go wrong with callbacks of Tencent alone. */
export type TencentFailure = OwnFailure &
  (
    | { readonly kind: 'wrongAppId'; readonly received: string | undefined }
    | { readonly kind: 'badSignature'; readonly reason: keyof typeof signatureSentence }
    | { readonly kind: 'appUnresolved'; readonly cause: unknown }
    | { readonly kind: 'unsignedAccepted' }
    | { readonly kind: 'replayed' }
  );

export type BadSignature = Extract<TencentFailure, { kind: 'badSignature' }>;

const signatureSentence = {
  missing: 'Sign and RequestTime are required',
  malformed: 'Sign or RequestTime is malformed',
  stale: 'RequestTime is outside the allowed window',
  mismatch: 'Sign does not match',
};

/** `received`: undefined where there was no SdkAppid at all. */
export function wrongAppId(received: string | undefined): TencentFailure {
  const message = received === undefined ? 'SdkAppid is missing' : 'SdkAppid is not one of this receiver';
  return { kind: 'wrongAppId', status: 403, message, received };
}

export function badSignature(reason: BadSignature['reason']): BadSignature {
  return { kind: 'badSignature', status: 403, message: signatureSentence[reason], reason };
}

export function appUnresolved(cause: unknown): TencentFailure {
  return { kind: 'appUnresolved', status: 503, message: 'the app could not be looked up', cause };
}

/** A report only: the callback goes on. */
export const unsignedAccepted: TencentFailure = {
  kind: 'unsignedAccepted',
  status: 200,
  message: 'a callback without signature was accepted, because tencent.unsignedGrace is on',
};

export const replayed: TencentFailure = {
  kind: 'replayed',
  status: 403,
  message: 'this signature has been used for this body before',
};
