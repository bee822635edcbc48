import type { Answer, Found, Receiver } from '../../vendor-doctor';
import type { OpenimQuestion } from './ask';
import { type OpenimFlags, serverOf } from './flags';
import { takenForApproval } from './says';

/** A route at the configured URL itself, which is where documents for older servers put it. */
export async function checkRoute(
  receiver: Receiver<OpenimFlags, OpenimQuestion>,
  answer: Answer,
): Promise<Found | undefined> {
  if (serverOf(receiver.flags).commandIn !== 'path') return undefined;
  const atUrl = await receiver.ask({ own: { commandIn: 'body' } });
  if (atUrl.isNowhere) return undefined;
  const { path } = receiver.url;
  return {
    id: 'commandNotRouted',
    level: 'problem',
    seen: `POST ${path} is answered, but POST ${path}/<command> is not: status ${answer.status}`,
    why: ['Servers from 3.4.2 on append the command to the path.', ...takenForApproval(answer)],
    source: 'open-im-server#2629, #2324, #2555, #3605',
    change: `Route both: app.use('${path}', imCallbacks({ … })), or app.post('${path}/:command', …).`,
  };
}
