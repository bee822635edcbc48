import { left, right } from 'fp-ts/lib/Either.js';
import { shown } from '../../callback/failure';
import type { Arrived, Step } from '../step';

/** Both vendors send POST and nothing else. A GET is often a POST that a redirect (301, 302) on the way turned into one. */
export function requirePost(): Step<Arrived, object> {
  return function requirePost({ request }) {
    if (request.method === 'POST') return right({});
    return left({ kind: 'wrongMethod', method: shown(request.method) });
  };
}
