import type { Verdict } from '../../../catalogue/verdict';
import { isObject } from '../../../codecs';

/**
 * What a reply to callbackBeforeSetFriendRemarkCommand must say so that nothing breaks. Servers 3.4.2 to 3.6 take the
 * remark from the reply whether it is there or not (v3.5.0 internal/rpc/friend/callback.go): without it they would
 * empty what the user wrote. A rewrite to an empty remark changes nothing, here too.
 */
export function remarkEcho(verdict: Verdict, body: unknown): object {
  if (verdict.verdict === 'refuse') return {};
  const changes = verdict.verdict === 'rewrite' ? verdict.fields : {};
  const remark = [changes, body].map(remarkIn).find((one) => one !== undefined);
  return remark === undefined ? {} : { remark };
}

function remarkIn(value: unknown): string | undefined {
  return isObject(value) && typeof value.remark === 'string' && value.remark !== '' ? value.remark : undefined;
}
