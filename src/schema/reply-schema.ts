import type { AnyCommand, Vendor } from '../catalogue/command';
import { allow } from '../catalogue/verdict';
import { commandNamed } from './catalogue';
import { jsonSchemaOf } from './json-schema';
import { fieldsOf } from './meaning';
import { type JsonSchema, orNull } from './schema-object';

/**
 * JSON Schema 2020-12 of what the receiver replies to a command, be it a verdict, an acknowledgement or a failure. Throws
 * when no command has this name or alias.
 */
export function replySchema(wire: string): JsonSchema {
  const command = commandNamed(wire);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:express-im-callbacks:reply:${command.wire}`,
    ...replyOf(command),
  };
}

/** The same without the two keywords that only a document of its own has. */
export function replyOf(command: AnyCommand): JsonSchema {
  const plain = plainReply[command.vendor](command);
  return {
    title: `Reply to ${command.wire}`,
    description:
      command.phase === 'before'
        ? 'The verdict, and the fields that it changes.'
        : 'The acknowledgement; it changes nothing.',
    type: 'object',
    properties: { ...plain, ...changesOf(command) },
    required: Object.keys(plain),
    additionalProperties: false,
  };
}

/** What every reply of a vendor has; see its `ack.ts`. */
const plainReply: Record<Vendor, (command: AnyCommand) => Readonly<Record<string, JsonSchema>>> = {
  tencent: (command) => ({
    ActionStatus: {
      description: 'FAIL when the receiver failed; OK even when it refuses',
      type: 'string',
      enum: ['OK', 'FAIL'],
    },
    ErrorInfo: { description: 'why it was refused, or what failed', type: 'string' },
    ErrorCode: codesOf(command, 1),
  }),
  openim: (command) => ({
    actionCode: {
      description: '1 when the receiver failed; servers before 3.0: when it refuses',
      type: 'integer',
      enum: [0, 1],
    },
    errCode: codesOf(command, 20001),
    errMsg: { description: 'why it was refused, or what failed', type: 'string' },
    errDlt: { description: 'more about a refusal', type: 'string' },
    nextCode: { description: '1 to refuse; servers before 3.0 do not read it', type: 'integer', enum: [0, 1] },
  }),
};

function codesOf({ phase, refusal, drops }: AnyCommand, failed: number): JsonSchema {
  const codes: JsonSchema[] = [{ description: 'all is well', const: 0 }];
  if (phase === 'after' || failed !== refusal.plain) codes.push({ description: 'the receiver failed', const: failed });
  if (phase === 'before') codes.push({ description: 'refused', const: refusal.plain });
  if (phase === 'before' && refusal.own !== undefined) {
    const [minimum, maximum] = refusal.own;
    codes.push({ description: 'refused with a code of your own', minimum, maximum });
  }
  if (drops) codes.push({ description: 'swallowed; its sender is told that it was sent', const: 2 });
  return { type: 'integer', anyOf: codes };
}

/** None of them is required: a reply that changes nothing has none. */
function changesOf(command: AnyCommand): Readonly<Record<string, JsonSchema>> {
  if (command.rewrite === undefined) return {};
  // A change means what the field of the body at the same path means; a path of the reply alone is explained nowhere.
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
    return new Set(); // it is made from a body that fits
  }
}
