import type { VendorCommandLine } from '../../vendor-command-line';
import type { Found, Receiver, VendorDoctor } from '../../vendor-doctor';
import type { SenderFlags } from '../../vendor-flags';
import { strangerAtTheDoor } from '../receive/failures';
import { compose, conclude } from '../send/exchange';
import { says } from './says';
import { setUp } from './set-up';

type ParlourFlags = SenderFlags & { readonly key?: string };
interface ParlourQuestion {
  readonly key?: string;
}

const unknownCommand = 'doctor.probe';

/** Whether somebody with another key is let in. */
async function checkMore(receiver: Receiver<ParlourFlags, ParlourQuestion>): Promise<Found[]> {
  const asStranger = await receiver.ask({ own: { key: 'the key of a stranger' } });
  if (!asStranger.isWell) return [];
  const seen = 'a callback with a wrong signature is answered like a real one';
  const why = 'Anybody can let guests in.';
  return [{ id: 'keyNotChecked', level: 'problem', seen, why, source: 'book/2', change: 'Check the signature.' }];
}

const doctor: VendorDoctor = {
  unknownCommand,
  samples: ['room.knock', 'message.posted'],
  marked: (mark, text) => ({ guest: mark, author: mark, room: mark, words: text }),
  replyField: 'ok',
  goodReply: '{"ok":true,"code":0,"why":""}',
  deadlineMs: 2500,
  says,
  compose: (receiver, { command, body = {}, path, own = {} }) => {
    const { flags, url } = receiver as Receiver<ParlourFlags>;
    const { key = flags.key ?? '' } = own as ParlourQuestion;
    return compose(path ?? url.path, key, Date.now(), command?.wire ?? unknownCommand, body);
  },
  conclude: (_receiver, { command }, exchange) => conclude(command?.phase === 'before', exchange),
  isMeant: ({ flags }) => flags.key !== undefined,
  refusedAsOurs: (text) => text.includes(strangerAtTheDoor.message),
  checkUrl: () => [],
  checkRefusal: async (_receiver, _answer, text) => {
    if (!text.includes(strangerAtTheDoor.message)) return undefined;
    const seen = 'the receiver refuses the signature';
    const why = 'It has another key.';
    return { id: 'wrongKey', level: 'problem', seen, why, source: 'book/2', change: 'Give both sides one key: --key.' };
  },
  checkMore,
};

export const commandLine: VendorCommandLine = {
  flags: [
    {
      name: '--key <key>',
      about: 'the key of both sides',
      env: { name: 'PARLOUR_KEY', about: "Parlour's key" },
      isSecret: true,
    },
  ],
  senderOptions: ({ key }) => ({ key }),
  timeoutMs: 3000,
  busiest: ['message.posted'],
  bodies: { distinct: { id: ({ n }) => `m-${1000 + n}` }, conversation: ['room'] },
  recordings: {
    recognise: ({ headers }) => {
      const command = headers['x-parlour-event'];
      return typeof command === 'string' ? { command, form: {} } : undefined;
    },
    repeat: () => ({ flags: {} }),
    isPlain: (name) => name === 'room' || name === 'id',
    content: new Set(['words']),
    keyedByUsers: new Set(),
    contentNames: new Set(),
  },
  secrets: { inPath: false, plainParameters: [], patterns: [] },
  setUp,
  doctor,
  help: { send: { examples: ['send room.knock --key … --to http://127.0.0.1:3000/im-callback'] } },
};
