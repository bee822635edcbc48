import type { AnyCommand } from '../catalogue/command';
import { type FieldPath, pathsOf } from '../codecs';
import { vendorOf } from '../vendors/commands';

/**
 * What the field at this path of a command's body means: the text of the command's entry, or else that of the vendor's
 * vocabulary for the last name of the path. An element that is no object, `A[]`, means what its list means.
 */
export function meaningOf({ vendor, meanings }: AnyCommand, path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1).replaceAll('[]', '');
  return meanings[path] ?? vendorOf({ vendor }).vocabulary[name];
}

/** A field of a body and what it means. */
export interface ExplainedField extends FieldPath {
  readonly meaning: string | undefined;
}

/** Every field of a command's body, depth first. */
export function fieldsOf(command: AnyCommand): ExplainedField[] {
  return pathsOf(command.request).map((field) => ({ ...field, meaning: meaningOf(command, field.path) }));
}
