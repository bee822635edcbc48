import type { AnyCommand, Vendor } from '../catalogue/command';
import { TencentQuery } from '../vendors/tencent/receive/envelope';
import { jsonSchemaOf } from './json-schema';
import type { JsonSchema } from './schema-object';

/** Where a command arrives, in AsyncAPI's terms. */
export interface Endpoint {
  /** Of the channel, behind the path of the server. */
  readonly address: string;
  /** Of the channel, one for each name in braces. */
  readonly parameters?: Readonly<Record<string, { description: string; enum: readonly string[]; default: string }>>;
  /** The HTTP query, which an address cannot hold. */
  readonly query?: JsonSchema;
  readonly headers?: JsonSchema;
}

/** Tencent names the command in the query, OpenIM in the path. */
export const endpointOf: Record<Vendor, (command: AnyCommand) => Endpoint> = {
  tencent: ({ wire }) => ({ address: '/', query: tencentQuery(wire) }),
  openim: ({ wire, aliases }) => ({
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
};

const queryWords: Readonly<Record<string, string>> = {
  SdkAppid: 'your SDKAppID',
  contenttype: 'always json',
  ClientIP: "address of the user's device",
  OptPlatform: "platform of the user's device, e.g. Android, Web or RESTAPI",
  RequestId: 'trace ID of the request; in no document',
};

function tencentQuery(wire: string): JsonSchema {
  const { properties, ...rest } = jsonSchemaOf(TencentQuery, 'sent', (path) => queryWords[path]);
  return {
    ...rest,
    properties: {
      ...properties,
      CallbackCommand: { description: 'the command', const: wire },
      Sign: { description: 'hex SHA-256 of token + RequestTime', type: 'string', pattern: '^[0-9A-Fa-f]{64}$' },
      RequestTime: { description: 'Unix seconds, as signed', type: 'string', pattern: '^\\d{1,12}$' },
    },
  };
}
