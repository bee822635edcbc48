import type { AnyCommand } from '../../catalogue/command';
import { distinctBody } from '../bodies/distinct-body';

/** What marks the events that doctor sends; no user has this ID. */
export const mark = 'im-callbacks-doctor';
const said = 'im-callbacks doctor: a sample event, please ignore it';

/** By name: where the mark goes. Groups are marked too, so that nothing is looked up or stored for a real one. */
const marks: Readonly<Record<string, unknown>> = {
  From_Account: mark,
  Operator_Account: mark,
  To_Account: mark,
  GroupId: `@TGS#${mark}`,
  TopicId: undefined,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: said } }],
  CloudCustomData: '',
  sendID: mark,
  recvID: mark,
  groupID: mark,
  senderNickname: mark,
  content: JSON.stringify({ content: said }),
};

/** A sample of the command whose users and group are marked; each time an event of its own. */
export function markedSample(command: AnyCommand): Record<string, unknown> {
  const body = distinctBody(command, { n: Date.now() % 100_000_000 });
  for (const [name, value] of Object.entries(marks)) {
    if (!Object.hasOwn(body, name) || typeof body[name] !== typeof (value ?? '')) continue;
    if (value === undefined) delete body[name];
    else body[name] = value;
  }
  return body;
}
