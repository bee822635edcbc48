/** What the bodies of several topics have in common. Written by `npm run docs` from the catalogue; do not edit. */

/** Push info. */
export type OpenimPushInfo = {
  /** push title; absent, like the other push fields, when the message has no push info */
  title?: string;
  /** push text */
  desc?: string;
  /** free extension text */
  ex?: string;
  /** sound of the push on iOS */
  iOSPushSound?: string;
  /** whether the push counts in the badge on iOS */
  iOSBadgeCount?: boolean;
  /** signalling data of the push */
  signalInfo?: string;
};
