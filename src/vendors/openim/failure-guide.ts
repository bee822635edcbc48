import type { FailureGuide } from '../../callback/failure-guide';
import type { OpenimFailure } from './receive/failures';

/** What a developer wants to know of the failures that only OpenIM's callbacks have. */
export const openimFailureGuide: Readonly<Record<OpenimFailure['kind'], FailureGuide>> = {
  addressNotAllowed: {
    what: "The caller's address is not in `openim.allowedAddresses`. `address` is the caller's.",
    todo: "Behind a proxy, set Express' `trust proxy`. Otherwise the address is the proxy's.",
  },
  wrongSecret: {
    what: 'The secret path segment is missing or wrong.',
    todo: 'Write the secret into `url` of `webhooks.yml`: `https://host/im-callback/<secret>`. While you change it, give both: `secret: [new, old]`.',
  },
  wrongCredentials: {
    what: 'The Basic credentials are missing or wrong.',
    todo: 'Write them into `url` of `webhooks.yml`: `https://user:password@host/im-callback`. A redirect or a proxy may drop them.',
  },
  cannotRefuse: {
    what: 'OpenIM 3.6 ignores every verdict: the operation that your handler refused went through. Reported once.',
    todo: 'Update the server to 3.7 or later.',
    answer: 'As refused; the server ignores it.',
  },
};
