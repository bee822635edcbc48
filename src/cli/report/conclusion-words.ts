import type { Conclusion } from '../../sender';
import type { Style } from '../terminal/terminal';

/** A conclusion in words: what the reply says, and what the sender does then. */
export interface Words {
  /** e.g. `refused with 10100 "no spam"`. */
  readonly reply: string;
  /** e.g. `the operation fails, and its caller sees 10100`. */
  readonly next: string;
  readonly style: Style;
}

export function wordsFor(conclusion: Conclusion): Words {
  switch (conclusion.result) {
    case 'allowed':
      return { reply: 'allowed', next: 'the operation goes on', style: 'green' };
    case 'rewritten':
      return {
        reply: `allowed with ${Object.keys(conclusion.fields).join(', ')} changed`,
        next: 'the operation goes on with the changes',
        style: 'green',
      };
    case 'refused': {
      const info = conclusion.info === '' ? '' : ` ${JSON.stringify(conclusion.info)}`;
      return {
        reply: `refused with ${conclusion.code}${info}`,
        next: failsWith(conclusion.callerSees),
        style: 'yellow',
      };
    }
    case 'dropped':
      return {
        reply: 'dropped',
        next: 'the message disappears, and its sender is told that it was sent',
        style: 'yellow',
      };
    case 'ignored':
      return conclusion.acknowledged
        ? { reply: 'acknowledged', next: afterwards(conclusion.callerSees), style: 'green' }
        : { reply: 'not acknowledged', next: afterwards(conclusion.callerSees), style: 'red' };
    case 'lost':
      return { reply: 'lost', next: 'it was never sent, and nobody is told', style: 'red' };
    case 'undocumented':
      return { reply: 'undocumented', next: 'nobody but the vendor knows what happens', style: 'red' };
    case 'failed':
      return { reply: `failed: ${because[conclusion.because]}`, next: afterFailure(conclusion), style: 'red' };
  }
}

const because = {
  timedOut: 'no reply in time',
  unreachable: 'no reply',
  badStatus: 'wrong HTTP status',
  notJson: 'the reply is not JSON',
  notAnObject: 'the reply is not a JSON object',
  wrongType: 'a field of the wrong type',
  saidFail: 'the reply says so',
  breaksOperation: 'the sender cannot go on with this reply',
};

function afterFailure({ sender, callerSees }: Extract<Conclusion, { result: 'failed' }>): string {
  if (sender === 'retries') return 'the sender retries it';
  if (sender === 'refuses') return failsWith(callerSees);
  return callerSees === undefined ? 'the operation continues' : afterwards(callerSees);
}

function failsWith(callerSees: number | undefined): string {
  return callerSees === undefined ? 'the operation fails' : `the operation fails, and its caller sees ${callerSees}`;
}

function afterwards(callerSees: number | undefined): string {
  return callerSees === undefined ? 'nothing more happens' : `the work is done, but its caller sees ${callerSees}`;
}
