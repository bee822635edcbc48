import type { Answer, Found } from '../../vendors/vendor-doctor';
import { commandLineOf, shortNameOf, vendorNames } from '../command-lines';
import type { Examined } from './receiver';

/** Whether the receiver, or something before it, turns the sender away. */
export async function checkAdmission(receiver: Examined, answer: Answer): Promise<Found[]> {
  const { status } = answer;
  // Nothing serves this path, whatever the error page says: check-route.ts reports it.
  if (status === 404 || status === 405) return [];
  const isForbidden = status === 401 || status === 403;
  if (!isForbidden && answer.isWell) return [];
  const text = withoutEcho(answer.text, answer.request.url);
  const known = (await receiver.doctor.checkRefusal(receiver, answer, text)) ?? takenForAnother(receiver, answer, text);
  if (known !== undefined) return [known];
  return isForbidden ? [turnedAway(receiver, answer)] : [];
}

/** Error pages may quote the request, and what doctor sent is not the receiver's reply. */
function withoutEcho(text: string, url: string): string {
  const query = url.split('?')[1] ?? '';
  const quoted = [url, encodeURIComponent(url), query, ...query.split('&')].filter((part) => part !== '');
  const plain = quoted.reduce((rest, part) => rest.replaceAll(part, ''), text.replaceAll('&amp;', '&'));
  // In JSON, a parameter stands with its name in quotes.
  const parameters = [...new URLSearchParams(query)];
  return parameters.reduce(
    (rest, [name, value]) => rest.replaceAll(new RegExp(`"${escaped(name)}"\\s*:\\s*"?${escaped(value)}"?`, 'g'), ''),
    plain,
  );
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One receiver may serve several vendors, and tells them apart by the form of the request. */
function takenForAnother({ vendor, doctor }: Examined, answer: Answer, text: string): Found | undefined {
  const other = vendorNames.find((name) => name !== vendor && commandLineOf(name).doctor.refusedAsOurs(text));
  return other && doctor.whenTakenForAnother?.(answer, shortNameOf(other));
}

function turnedAway({ doctor }: Examined, { status, exchange }: Answer): Found {
  const scheme = exchange.response?.headers['www-authenticate']?.split(' ')[0];
  const asks = scheme === undefined ? '' : `, and asks for ${scheme} authentication`;
  const { why = '', source, login } = doctor.says.turnedAway;
  return {
    id: 'turnedAway',
    level: 'problem',
    seen: `status ${status}${asks}, before the receiver could acknowledge; or the path is wrong`,
    why: ['Authentication, CSRF protection or a firewall stands before the route.', why],
    source,
    change:
      scheme === 'Basic'
        ? login
        : 'Compare the path with app.use(…). If it is right, let it through there; the receiver has checks of its own.',
  };
}
