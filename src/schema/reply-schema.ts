import { type AnyCommand, isAnswered } from '../catalogue/command';
import { allow } from '../catalogue/verdict';
import { jsonSchemaOf } from '../json-schema/codec-schema';
import { type JsonSchema, orNull } from '../json-schema/schema-object';
import { commandNamed, vendorOf } from '../vendors/commands';
import { fieldsOf } from './meaning';

/**
 * JSON Schema 2020-12 of what the receiver replies to a command: a verdict, an acknowledgement or a failure. Throws a
 * `TypeError` when no command has this name or alias.
 */
export function replySchema(wire: string): JsonSchema {
  const command = commandNamed(wire);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:express-im-callbacks:reply:${command.wire}`,
    ...replyOf(command),
  };
}

/** The same without `$schema` and `$id`, which only a document of its own has. */
export function replyOf(command: AnyCommand): JsonSchema {
  const plain = vendorOf(command).schema().plainReplyTo(command);
  return {
    title: `Reply to ${command.wire}`,
    description:
      command.phase === 'before'
        ? 'The verdict, and the fields that it changes.'
        : isAnswered(command)
          ? 'The acknowledgement, and the answer that the vendor reads.'
          : 'The acknowledgement; it changes nothing.',
    type: 'object',
    properties: { ...plain, ...changesOf(command) },
    required: Object.keys(plain),
    additionalProperties: false,
  };
}

/** None of them is required: a reply that changes nothing has none. */
function changesOf(command: AnyCommand): Readonly<Record<string, JsonSchema>> {
  if (command.rewrite === undefined) return {};
  // A change means what the field of the body at the same path means. Nothing explains a path that only the reply has.
  const meanings = new Map(fieldsOf(command).map(({ path, meaning }) => [path, meaning]));
  const { properties = {} } = jsonSchemaOf(command.rewrite, 'sent', (path) => meanings.get(path));
  const unset = unsetIn(command);
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, unset.has(name) ? orNull(field) : field]),
  );
}

/** Names that the command's own part of a reply sets to null when the body has nothing to repeat. */
function unsetIn({ reply }: AnyCommand): ReadonlySet<string> {
  try {
    const own = Object.entries(reply?.(allow(), {}) ?? {});
    return new Set(own.filter(([, value]) => value === null).map(([name]) => name));
  } catch {
    return new Set(); // `reply` needs a body that fits
  }
}
