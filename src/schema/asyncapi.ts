import type { JsonSchema } from '../json-schema/schema-object';
import { packageVersion } from '../package-version';
import { vendors } from '../vendors';
import { type Channel, type CommandParts, type Message, type Operation, partsOf } from './asyncapi-command';

/** An AsyncAPI 3.0 document as plain data, as far as it is used here. */
export interface AsyncapiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly defaultContentType: 'application/json';
  readonly servers: Readonly<Record<string, object>>;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: {
    readonly messages: Readonly<Record<string, Message>>;
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  };
}

/**
 * The whole catalogue as one AsyncAPI document: a channel and an operation for each command, named after it, from the
 * receiver's point of view. Each call returns a new object, which you may change, e.g. its servers.
 */
export function asyncapi(): AsyncapiDocument {
  const listed = Object.values(vendors);
  const parts = listed.flatMap(({ topics }) =>
    Object.entries(topics).flatMap(([topic, commands]) =>
      commands.map((command) => [command.wire, partsOf(command, topic)] as const),
    ),
  );
  const each = <T>(pick: (part: CommandParts) => T) =>
    Object.fromEntries(parts.map(([wire, part]) => [wire, pick(part)]));
  const together = <T>(pick: (part: CommandParts) => Readonly<Record<string, T>>): Record<string, T> =>
    Object.assign({}, ...parts.map(([, part]) => pick(part)));
  return {
    asyncapi: '3.0.0',
    info: {
      title: `Callbacks of ${listed.map(({ label }) => label).join(' and ')}`,
      version: packageVersion(),
      description: 'What express-im-callbacks receives, and what it replies.',
    },
    defaultContentType: 'application/json',
    servers: Object.fromEntries(listed.map(({ name, label }) => [name, serverFor(label)])),
    channels: each(({ channel }) => channel),
    operations: each(({ operation }) => operation),
    components: { messages: together(({ messages }) => messages), schemas: together(({ schemas }) => schemas) },
  };
}

/** The receiver, as the vendor calls it: the URL that is configured there. */
function serverFor(label: string): object {
  return {
    host: '{host}',
    pathname: '/im-callback',
    protocol: 'https',
    description: `Your receiver, under the URL that is configured at ${label}.`,
    variables: { host: { description: 'Where your app is reached.', default: 'example.com' } },
  };
}
