import { checkSchema } from '../options';
import { firstLayout } from './0001-first-layout';

/**
 * The migrations, as SQL. A schema's layout is the number of migrations applied to it. A released migration never changes: a new
 * layout is a new migration at the end.
 */
export const migrations: readonly ((schema: string) => string)[] = [firstLayout];

/** Runs within a transaction of the caller, in an existing schema. */
export function stepsFrom(from: number, schema: string): string {
  const steps = migrations.slice(from).map((migration) => migration(schema).trim());
  return `${steps.join('\n')}\nUPDATE ${schema}.layout SET version = ${migrations.length};\n`;
}

/**
 * The SQL that creates the schema of an inbox and all its tables, for an administrator to run. Throws a `TypeError` for a wrong
 * name.
 */
export function migrationSql(schema = 'im_inbox'): string {
  checkSchema(schema);
  return `BEGIN;\nCREATE SCHEMA ${schema};\n${stepsFrom(0, schema)}COMMIT;\n`;
}
