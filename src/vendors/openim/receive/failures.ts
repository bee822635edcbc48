import type { OwnFailure } from '../../../callback/failure';

/** What can go wrong with callbacks of OpenIM alone. */
export type OpenimFailure = OwnFailure &
  (
    | { readonly kind: 'addressNotAllowed'; readonly address: string | undefined }
    | { readonly kind: 'wrongSecret' }
    | { readonly kind: 'wrongCredentials' }
    | { readonly kind: 'cannotRefuse'; readonly serverVersion: string }
  );

export function addressNotAllowed(address: string | undefined): OpenimFailure {
  return {
    kind: 'addressNotAllowed',
    status: 403,
    message: 'the address of the caller is not allowed',
    address,
  };
}

export const wrongSecret: OpenimFailure = {
  kind: 'wrongSecret',
  status: 403,
  message: 'the secret path segment is missing or wrong',
};

export const wrongCredentials: OpenimFailure = {
  kind: 'wrongCredentials',
  status: 403,
  message: 'the Basic credentials are missing or wrong',
};

/** A report only: the refusal is sent all the same. */
export function cannotRefuse(serverVersion: string): OpenimFailure {
  return {
    kind: 'cannotRefuse',
    status: 200,
    message: `OpenIM ${serverVersion} ignores every verdict: the refused operation went through`,
    serverVersion,
  };
}
