import type { Found } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/**
 * Status 429: something in front of the receiver limits the rate. Such a reply says nothing about the receiver, so
 * doctor concludes nothing else from it.
 */
export function checkRateLimit({ doctor, limited }: Pick<Examined, 'doctor' | 'limited'>): Found[] {
  const met = limited();
  if (met === undefined) return [];
  const { question, answer } = met;
  const retryAfter = answer.exchange.response?.headers['retry-after'];
  const wait = retryAfter === undefined ? '' : `, with Retry-After: ${retryAfter}`;
  return [
    {
      id: 'rateLimited',
      level: 'problem',
      seen: `status 429 to request ${question}${wait}; doctor examines nothing after it`,
      why: [
        'All callbacks of a vendor come from a few addresses, many in a second. Each callback that a rate limiter rejects counts as failed.',
        ...(doctor.takenForApproval?.(answer) ?? []),
      ],
      source: 'RFC 6585, section 4',
      change:
        'Mount the receiver before the rate limiter, or let its path through there; maxConcurrent of imCallbacks bounds its load.',
    },
  ];
}
