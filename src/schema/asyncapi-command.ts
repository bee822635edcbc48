import type { AnyCommand } from '../catalogue/command';
import type { JsonSchema } from '../json-schema/schema-object';
import { vendorOf } from '../vendors/commands';
import { replyOf } from './reply-schema';
import { requestOf } from './request-schema';

interface Reference {
  readonly $ref: string;
}

export interface Message {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly contentType: 'application/json';
  readonly headers?: JsonSchema;
  readonly payload: Reference;
  readonly examples?: readonly { readonly payload: unknown }[];
}

export interface Channel {
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: object;
  readonly servers: readonly Reference[];
  readonly messages: { readonly request: Reference; readonly reply: Reference };
}

export interface Operation {
  readonly action: 'receive';
  readonly title: string;
  readonly summary: string;
  readonly channel: Reference;
  readonly tags: readonly { readonly name: string }[];
  readonly bindings: { readonly http: object };
  readonly messages: readonly Reference[];
  readonly reply: { readonly channel: Reference; readonly messages: readonly Reference[] };
}

/** A command has one of each in an AsyncAPI document; requests and replies have a message and a schema of their own. */
export interface CommandParts {
  readonly channel: Channel;
  readonly operation: Operation;
  readonly messages: Readonly<Record<string, Message>>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

const to = (...path: readonly string[]): Reference => ({ $ref: `#/${path.join('/')}` });

export function partsOf(command: AnyCommand, topic: string): CommandParts {
  const { wire, vendor, summary, quirks, handler, phase } = command;
  const { address, parameters, query, headers } = vendorOf(command).schema().endpointOf(command);
  const [request, reply] = [`${wire}.request`, `${wire}.reply`];
  const message = { name: wire, contentType: 'application/json' } as const;
  return {
    channel: {
      address,
      title: wire,
      summary,
      ...(quirks.length > 0 && { description: quirks.map((quirk) => `- ${quirk}`).join('\n') }),
      ...(parameters && { parameters }),
      servers: [to('servers', vendor)],
      messages: { request: to('components', 'messages', request), reply: to('components', 'messages', reply) },
    },
    operation: {
      action: 'receive',
      title: handler,
      summary,
      channel: to('channels', wire),
      tags: [{ name: `${vendor}.${topic}` }, { name: phase }],
      bindings: { http: { method: 'POST', ...(query && { query }), bindingVersion: '0.3.0' } },
      messages: [to('channels', wire, 'messages', 'request')],
      reply: { channel: to('channels', wire), messages: [to('channels', wire, 'messages', 'reply')] },
    },
    messages: {
      [request]: {
        ...message,
        title: wire,
        summary,
        ...(headers && { headers }),
        payload: to('components', 'schemas', request),
        examples: [{ payload: structuredClone(command.sample) }],
      },
      [reply]: {
        ...message,
        name: `${wire}.reply`,
        title: `Reply to ${wire}`,
        summary: phase === 'before' ? 'A verdict.' : 'An acknowledgement.',
        payload: to('components', 'schemas', reply),
      },
    },
    schemas: { [request]: requestOf(command), [reply]: replyOf(command) },
  };
}
