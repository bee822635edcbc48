import type { NumberedEvent, VendorBodies } from '../../vendor-command-line';

const later = ({ n, value }: NumberedEvent) => Number(value) + n;
const hex = ({ n, value }: NumberedEvent) => `${n.toString(16).padStart(8, '0')}${String(value).slice(8)}`;

export const bodies: VendorBodies = {
  // What these fields mean is the same in every command.
  distinct: {
    serverMsgID: hex,
    clientMsgID: hex,
    operationID: later,
    sendTime: later,
    createTime: later,
    seq: ({ sequence }) => sequence,
  },
  conversation: ['groupID', 'recvID'],
};
