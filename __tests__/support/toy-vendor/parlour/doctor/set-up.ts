import type { VendorSetUp } from '../../vendor-set-up';

/** Parlour has a file of one line for each event. */
export const setUp: VendorSetUp = {
  write: ({ commands, flags, showsSecrets }) => {
    const key = showsSecrets ? String(flags.key) : '<key>';
    const lines = [`to ${flags.to}`, `key ${key}`, ...commands.map(({ wire }) => `ring ${wire}`)];
    return { parts: [{ name: 'bell', about: ['The file bell of the house.'], text: lines.join('\n') }], silent: [] };
  },
  reads: (text) => text.startsWith('to '),
  examine: ({ text, handlers = [] }) =>
    handlers.includes('beforeRoomKnock') && !text.includes('ring room.knock')
      ? [
          {
            id: 'switchedOff',
            level: 'problem',
            seen: 'beforeRoomKnock: there is no line ring room.knock',
            why: 'Nobody rings.',
            source: 'book/9',
            change: 'Add it.',
          },
        ]
      : [],
};
