import { type BlockList, isIPv6 } from 'node:net';
import { shown } from '../../../callback/failure';
import type { Check } from '../../../flow/steps/verify-query';
import { plainAddress } from '../../../options/address';
import { addressNotAllowed, wrongCredentials, wrongSecret } from './failures';
import type { OpenimQuery } from './query';
import { digest, isOneOf } from './secret';

type OpenimCheck = Check<OpenimQuery, undefined>;

/** Replacements for the signature that the open-source server lacks. Any combination; every given check must pass. */
export interface Protection {
  /** The first path segment, or several that are valid at once. */
  secret: readonly string[] | undefined;
  /** `user:password`, as in the configured URL. */
  credentials: string | undefined;
  allowedAddresses: BlockList | undefined;
}

/** The checks for this protection, the cheapest first. */
export function checksFor({ secret, credentials, allowedAddresses }: Protection): OpenimCheck[] {
  const checks: OpenimCheck[] = [];
  if (allowedAddresses !== undefined) checks.push(checkAddress(allowedAddresses));
  if (secret !== undefined) checks.push(checkSecret);
  if (credentials !== undefined) checks.push(checkCredentials(credentials));
  return checks;
}

/**
 * The caller's address must be in the list. An IPv4 address mapped into IPv6 (`::ffff:10.0.0.1`) counts as IPv4: BlockList does
 * that.
 */
export function checkAddress(allowed: BlockList): OpenimCheck {
  return function checkAddress({ request }) {
    const address = plainAddress(request.address);
    const known = address !== undefined && allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
    return known ? undefined : addressNotAllowed(request.address && shown(request.address));
  };
}

/** The path must have held the secret: `findSecret` has looked for it, and cut it out before anybody can log it. */
export const checkSecret: OpenimCheck = function checkSecret({ request }) {
  return request.secretIsRight === true ? undefined : wrongSecret;
};

/** Go's HTTP client turns `http://user:password@host/…` into this header. */
export function checkCredentials(credentials: string): OpenimCheck {
  const digests = [digest(credentials)];
  return function checkCredentials({ request }) {
    const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]{1,1024})$/i.exec(request.headers.authorization ?? '') ?? [];
    const given = Buffer.from(encoded, 'base64').toString();
    return isOneOf(digests, given) ? undefined : wrongCredentials;
  };
}
