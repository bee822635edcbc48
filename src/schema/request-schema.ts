import type { AnyCommand } from '../catalogue/command';
import { jsonSchemaOf } from '../json-schema/codec-schema';
import type { JsonSchema } from '../json-schema/schema-object';
import { commandNamed } from '../vendors/commands';
import { fieldsOf } from './meaning';

/**
 * JSON Schema 2020-12 of a command's body as it arrives: it accepts every body that the receiver accepts. Throws a
 * `TypeError` when no command has this name or alias.
 */
export function requestSchema(wire: string): JsonSchema {
  const command = commandNamed(wire);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:express-im-callbacks:request:${command.wire}`,
    ...requestOf(command),
  };
}

/** The same without `$schema` and `$id`, which only a document of its own has. */
export function requestOf(command: AnyCommand): JsonSchema {
  // Only paths that are known: inside message elements a name may have another meaning than elsewhere.
  const meanings = new Map(fieldsOf(command).map(({ path, meaning }) => [path, meaning]));
  return {
    title: command.wire,
    description: command.summary,
    ...jsonSchemaOf(command.request, 'accepted', (path) => meanings.get(path)),
    examples: [structuredClone(command.sample)],
  };
}
