import type { Answer, Found } from '../../vendors/vendor-doctor';
import { commandLineOf, shortNameOf, vendorNames } from '../command-lines';
import { failedReply, replyIn, saysFail } from './failed-reply';
import type { Examined } from './receiver';

/** Whether the sender accepts the reply, and reads from it what the app meant. */
export function checkReply(receiver: Examined, answer: Answer, about: string): Found[] {
  const foreign = otherVendors(receiver, answer, about);
  if (foreign !== undefined) return [foreign];
  const own = receiver.doctor.checkReply?.(answer, about) ?? [];
  if (own.length > 0) return [...own];
  const { conclusion } = answer;
  switch (conclusion.result) {
    case 'failed':
      return [failedReply(receiver, answer, about)];
    case 'undocumented':
      return [undocumented(conclusion.why, about)];
    case 'ignored':
      return conclusion.acknowledged ? [] : [saysFail(receiver, answer, about)];
    default:
      return [];
  }
}

function otherVendors({ vendor, doctor }: Examined, answer: Answer, about: string): Found | undefined {
  const reply = replyIn(answer.text);
  if (reply === undefined) return undefined;
  const other = vendorNames.find(
    (name) => name !== vendor && Object.hasOwn(reply, commandLineOf(name).doctor.replyField),
  );
  if (other === undefined) return undefined;
  const { why = '', source } = doctor.says.foreignReply;
  return {
    id: 'otherVendorsReply',
    level: 'problem',
    seen: `${about}: the reply has the form of ${shortNameOf(other)}'s`,
    why,
    source,
    change: `Answer ${doctor.goodReply}. With imCallbacks, name both vendors in its options.`,
  };
}

function undocumented(why: string, about: string): Found {
  return {
    id: 'undocumentedCode',
    level: 'problem',
    seen: `${about}: ${why}`,
    why: 'Each command has a range for your own codes; no document says what other codes do.',
    source: 'the pages of the commands; im-callbacks show <command>',
    change: 'Use the plain code, or one from the range.',
  };
}
