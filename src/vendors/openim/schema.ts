import { codeSchema } from '../code-schema';
import type { VendorSchema } from '../vendor-schema';
import { openimFailureGuide } from './failure-guide';

/** The command is the last segment of the path (servers from 3.4.2 on). */
export const openimSchema: VendorSchema = {
  failures: openimFailureGuide,
  endpointOf: ({ wire, aliases }) => ({
    address: '/{command}',
    parameters: {
      command: {
        description: 'The command, as this version of the server spells it.',
        enum: [wire, ...aliases],
        default: wire,
      },
    },
    headers: {
      type: 'object',
      properties: { operationID: { description: 'trace ID of the operation; the reply repeats it', type: 'string' } },
    },
  }),
  plainReplyTo: (command) => ({
    actionCode: {
      description: '1 when the receiver failed; servers before 3.0: when it refuses',
      type: 'integer',
      enum: [0, 1],
    },
    errCode: codeSchema(command, { failed: 20001 }),
    errMsg: { description: 'why it was refused, or what failed', type: 'string' },
    errDlt: { description: 'more about a refusal', type: 'string' },
    nextCode: { description: '1 to refuse; servers before 3.0 do not read it', type: 'integer', enum: [0, 1] },
  }),
  // Sources are paths in the repository of OpenIM's documents.
  pageUrl: () => undefined, // its sources are files of the server
};
