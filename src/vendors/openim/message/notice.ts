import { type Fields, jsonObjectIn } from '../../../callback/message/field';
import type { NoticePart } from '../../../callback/message/part';
import { isObject } from '../../../codecs';
import { goFields, textIn, textsIn } from './go-fields';

/** `OANotification`: what the operator tells users by the REST API (constant.go of openimsdk/protocol). */
const toUsers = 1400;

/**
 * A notice. Its content is `{ "detail": "…" }`, and in the callbacks of pushes what stands in `detail`; that is JSON again, and
 * only a notice to users has a text in it (`OANotificationElem` of open-im-server, pkg/apistruct/msg.go).
 */
export function noticePart(contentType: number | undefined, raw: Fields | string): NoticePart {
  return {
    kind: 'notice',
    type: String(contentType),
    text: contentType === toUsers ? textOf(isObject(raw) ? raw : {}) : '',
    raw,
  };
}

function textOf(content: Fields): string {
  const outer = goFields(content);
  const [detail] = textsIn(outer, 'detail');
  const inner = detail === undefined ? undefined : jsonObjectIn(detail);
  return textIn(inner === undefined ? outer : goFields(inner), 'text');
}
