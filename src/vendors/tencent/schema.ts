import { jsonSchemaOf } from '../../json-schema/codec-schema';
import type { JsonSchema } from '../../json-schema/schema-object';
import { codeSchema } from '../code-schema';
import type { VendorSchema } from '../vendor-schema';
import { tencentFailureGuide } from './failure-guide';
import { TencentQuery } from './receive/envelope';

/** The command is named in the query (1047/34354). */
export const tencentSchema: VendorSchema = {
  failures: tencentFailureGuide,
  endpointOf: ({ wire }) => ({ address: '/', query: querySchema(wire) }),
  plainReplyTo: (command) => ({
    ActionStatus: {
      description: 'FAIL when the receiver failed; OK even when it refuses',
      type: 'string',
      enum: ['OK', 'FAIL'],
    },
    ErrorInfo: { description: 'why it was refused, or what failed', type: 'string' },
    ErrorCode: codeSchema(command, { failed: 1, dropped: 2 }),
  }),
  pageUrl: (product, id) => {
    if (!['1047', '647', '269', '1690'].includes(product) || !/^\d+$/.test(id)) return undefined;
    // Product 647 has the same number on both sites; of its pages, those of the mainland came later.
    const isMainland = product === '269' || product === '1690' || (product === '647' && Number(id) > 100_000);
    return `https://${isMainland ? 'cloud.tencent.com' : 'www.tencentcloud.com'}/document/product/${product}/${id}`;
  },
};

const meanings: Readonly<Record<string, string>> = {
  SdkAppid: 'your SDKAppID',
  contenttype: 'always json',
  ClientIP: "address of the user's device",
  OptPlatform: "platform of the user's device, e.g. Android, Web or RESTAPI",
  RequestId: 'trace ID of the request; in no document',
};

function querySchema(wire: string): JsonSchema {
  const { properties, ...rest } = jsonSchemaOf(TencentQuery, 'sent', (path) => meanings[path]);
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
