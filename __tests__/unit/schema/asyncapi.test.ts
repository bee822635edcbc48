import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import specification from '@asyncapi/specs/schemas/3.0.0.json';
import Ajv from 'ajv';
import { version } from '../../../package.json';
import { type AsyncapiDocument, asyncapi, requestSchema } from '../../../src/schema';
import { catalogue } from '../../support/schema/validators';

const document = asyncapi();

/** What a reference of the document points to. */
function resolve(ref: string, within: AsyncapiDocument): unknown {
  const steps = ref.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], within);
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

describe('the AsyncAPI document', () => {
  it('is one, says the schema of AsyncAPI 3.0.0', () => {
    // It brings its own copy of draft-07. Its formats are for URLs and the like, of which this document has none.
    const ajv = new Ajv({ strict: false, validateFormats: false, meta: false, validateSchema: false });
    const validate = ajv.compile(specification);
    expect(validate(JSON.parse(JSON.stringify(document))) ? [] : validate.errors).toEqual([]);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it.each(catalogue.map((command) => [command.wire, command] as const))(
    'has a channel and an operation for %s',
    (wire, command) => {
      const channel = document.channels[wire];
      const operation = document.operations[wire];
      expect(operation?.channel).toEqual({ $ref: `#/channels/${wire}` });
      expect(operation?.title).toBe(command.handler);
      expect(channel?.servers).toEqual([{ $ref: `#/servers/${command.vendor}` }]);
      const { title, properties } = document.components.schemas[`${wire}.request`] ?? {};
      expect({ title, properties }).toEqual({ title: wire, properties: requestSchema(wire).properties });
    },
  );

  it('tells Tencent commands apart by the query, OpenIM commands by the path, aliases included', () => {
    expect(document.channels['Group.CallbackAfterSendMsg']?.address).toBe('/');
    expect(document.operations['Group.CallbackAfterSendMsg']?.bindings.http).toMatchObject({
      method: 'POST',
      query: { required: ['SdkAppid'], properties: { CallbackCommand: { const: 'Group.CallbackAfterSendMsg' } } },
    });
    expect(document.channels.callbackAfterGroupMsgReadCommand).toMatchObject({
      address: '/{command}',
      parameters: { command: { enum: ['callbackAfterGroupMsgReadCommand', 'callbackGroupMsgReadCommand'] } },
    });
  });

  it('has no reference that points nowhere', () => {
    const dangling = referencesIn(document).filter((ref) => resolve(ref, document) === undefined);
    expect(dangling).toEqual([]);
  });

  it('has the version of the package', () => {
    expect(document.info.version).toBe(version);
  });

  it('is a new object each time, so that changing it changes nothing else', () => {
    const [first, second] = [asyncapi(), asyncapi()];
    for (const schema of Object.values(first.components.schemas))
      Object.assign(schema.examples?.[0] ?? {}, { changed: 1 });
    expect(second).toEqual(document);
    expect(asyncapi()).toEqual(document);
  });
});

describe('the schema entry', () => {
  const loads = (entry: string) => {
    const script = `require(${JSON.stringify(join(__dirname, '../../../dist', entry))});console.log(Object.keys(require.cache).join())`;
    return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).replaceAll('\\', '/');
  };

  it('is not loaded by the main entry', () => {
    expect(loads('index.js')).not.toContain('/dist/schema/');
  });

  it('loads neither a pipeline nor a body parser', () => {
    expect(loads('schema/index.js')).not.toMatch(/body-parser|\/dist\/flow\/pipeline/);
  });

  it('says which name no command has', () => {
    expect(() => requestSchema('Group.Unheard')).toThrow('no command is called Group.Unheard');
  });
});
