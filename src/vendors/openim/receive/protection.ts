import { hash, timingSafeEqual } from 'node:crypto';
import { type BlockList, isIPv6 } from 'node:net';
import { shown } from '../../../callback/failure';
import type { Check } from '../../../flow/steps/verify-query';
import { addressNotAllowed, wrongCredentials, wrongSecret } from './failures';
import type { OpenimQuery } from './query';

type OpenimCheck = Check<OpenimQuery, undefined>;

/** What stands in for the signature that the open-source server does not have. Any combination; all given must hold. */
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
  if (secret !== undefined) checks.push(checkSecret(secret));
  if (credentials !== undefined) checks.push(checkCredentials(credentials));
  return checks;
}

/** The caller's address must be in the list. An IPv4 address mapped into IPv6 (`::ffff:10.0.0.1`) counts as IPv4. */
export function checkAddress(allowed: BlockList): OpenimCheck {
  return function checkAddress({ request }) {
    const address = request.address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    const known = address !== undefined && allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
    return known ? undefined : addressNotAllowed(address && shown(address));
  };
}

/** The first path segment must be the secret. It is cut out of the URL before anybody can log it. */
export function checkSecret(secrets: readonly string[]): OpenimCheck {
  const digests = secrets.map(digest);
  return function checkSecret({ request }) {
    return isOneOf(digests, request.secret ?? '') ? undefined : wrongSecret;
  };
}

/** Go's HTTP client turns `http://user:password@host/…` into this header. */
export function checkCredentials(credentials: string): OpenimCheck {
  const digests = [digest(credentials)];
  return function checkCredentials({ request }) {
    const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]{1,1024})$/i.exec(request.headers.authorization ?? '') ?? [];
    const given = Buffer.from(encoded, 'base64').toString();
    return isOneOf(digests, given) ? undefined : wrongCredentials;
  };
}

/** Digests have one length, so neither the length nor the content of a guess shows in the time taken. */
function isOneOf(digests: readonly Buffer[], guess: string): boolean {
  const given = digest(guess);
  let matches = false;
  for (const expected of digests) if (timingSafeEqual(given, expected)) matches = true;
  return matches;
}

function digest(value: string): Buffer {
  return hash('sha256', value, 'buffer');
}
