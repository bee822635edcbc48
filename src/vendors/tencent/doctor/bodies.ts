import type { NumberedEvent, VendorBodies } from '../../vendor-command-line';

export const bodies: VendorBodies = {
  // What these fields mean is the same in every command.
  distinct: {
    MsgSeq: ({ sequence }) => 1000 + sequence,
    Random: ({ n }) => 100_000 + n,
    MsgRandom: ({ n }) => 100_000 + n,
    MsgKey: ({ n, sequence }) => `${1000 + sequence}_${100_000 + n}_1718000010`,
    MsgId: ({ n }) => `144115233775727695-1718000010-${100_000 + n}`,
    EventTime: ({ n, value }: NumberedEvent) => Number(value) + n,
    CallbackTs: ({ n, value }: NumberedEvent) => Number(value) + n,
  },
  conversation: ['GroupId', 'GroupID', 'To_Account', 'Official_Account'],
  // A spelling or a name of its own stands in the body, too; not in bodies that have no command at all (Push, content review).
  named: (wire, isKnown, body) => (isKnown && body.CallbackCommand === undefined ? {} : { CallbackCommand: wire }),
};
