import { checkSchema } from '../options';
import { firstLayout } from './0001-first-layout';

/**
 * What brings a schema from each layout to the next, as SQL; the layout is how many of them it has seen. One that was released is
 * never changed: a change of the layout is a new one at the end.
 */
export const migrations: readonly ((schema: string) => string)[] = [firstLayout];

/** Within a transaction of the caller, in a schema that is there. */
export function stepsFrom(from: number, schema: string): string {
  const steps = migrations.slice(from).map((migration) => migration(schema).trim());
  return `${steps.join('\n')}\nUPDATE ${schema}.layout SET version = ${migrations.length};\n`;
}

/** The SQL that makes the schema of an inbox and all its tables, for an administrator to run. Throws a `TypeError` for a wrong name. */
export function migrationSql(schema = 'im_inbox'): string {
  checkSchema(schema);
  return `BEGIN;\nCREATE SCHEMA ${schema};\n${stepsFrom(0, schema)}COMMIT;\n`;
}
