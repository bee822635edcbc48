import type { Answer, Found, Receiver } from '../../vendor-doctor';

/** About the member list of a group of 5,000. */
const bytes = 150_000;

/** OpenIM does not truncate its lists; Express' own parser stops at 100 kB. */
export async function checkBodySize(receiver: Receiver, unknown: Answer): Promise<Found[]> {
  const { isWell, status } = await receiver.ask({ body: { doctor: 'x'.repeat(bytes) } });
  // What a short body gets, too, is not for its length.
  if ((isWell && status < 400) || status === unknown.status) return [];
  return [
    {
      id: 'bodyLimit',
      level: 'problem',
      seen: `a body of ${bytes / 1000} kB is not accepted: status ${status || 'none'}`,
      why: 'OpenIM does not truncate member lists of big groups and lists of registered users; such callbacks fail.',
      source: 'open-im-server: membersID, users; Express: limit of json() is 100 kB',
      change:
        'Mount imCallbacks before express.json(), or raise the limit of express.json(), and that of a proxy in front.',
    },
  ];
}
