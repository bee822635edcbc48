import { codeSchema } from '../code-schema';
import type { VendorSchema } from '../vendor-schema';

export const parlourSchema: VendorSchema = {
  failures: {
    strangerAtTheDoor: { what: 'The key in the header is not the one of this house.', todo: 'Compare the keys.' },
  },
  endpointOf: ({ wire, aliases }) => ({
    address: '/',
    headers: {
      type: 'object',
      properties: { 'x-parlour-event': { description: 'the command', enum: [wire, ...aliases] } },
      required: ['x-parlour-event'],
    },
  }),
  plainReplyTo: (command) => ({
    ok: { description: 'false to refuse', type: 'boolean' },
    code: codeSchema(command, { failed: 1 }),
    why: { description: 'why it was refused, or what failed', type: 'string' },
  }),
  pageUrl: (site, id) => (site === 'book' ? `https://parlour.example/book/${id}` : undefined),
};
