import type { Database } from './database';
import { isLost, PostgresError, postgresError } from './error';
import { migrations, stepsFrom } from './migrations';

const newest = migrations.length;

/** "IMCB": others' advisory locks have other numbers. */
export const lockClass = 0x494d4342;

/**
 * Migrates the tables; other processes may do so at the same moment. When they are up to date it needs only the right to read.
 */
export async function bringUpToDate(database: Database): Promise<void> {
  if ((await layoutOf(database)) === newest) return;
  const { schema, query } = database;
  const client = await database.client();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [lockClass, schema]);
    const from = await layoutOf(database); // over another connection, to see what was committed meanwhile
    // Even with IF NOT EXISTS it needs the right to create schemas.
    const { rows } = await query({ text: 'SELECT FROM pg_namespace WHERE nspname = $1', values: [schema] });
    if (rows.length === 0) await client.query(`CREATE SCHEMA ${schema}`);
    if (from < newest) await client.query(stepsFrom(from, schema));
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw cannotMigrate(schema, postgresError(error));
  }
}

/** The same for inspection only. */
export async function refuseOldLayout(database: Database): Promise<void> {
  const found = await layoutOf(database);
  if (found === newest) return;
  const { schema } = database;
  throw new PostgresError(
    found === 0
      ? `postgresInbox: there is no inbox in the schema ${schema}; name the schema that the app gave to postgresInbox, or run im-callbacks inbox migrate`
      : `postgresInbox: the schema ${schema} has the layout ${found} of an older version of express-im-callbacks; restart the app with this version`,
    undefined,
  );
}

async function layoutOf({ query, schema }: Database): Promise<number> {
  const { rows } = await query({ text: `SELECT version FROM ${schema}.layout` }).catch((error) => {
    if (isLost(error)) return { rows: [{ version: 0 }] };
    throw error;
  });
  const found = Number(rows[0]?.version ?? 0);
  if (found <= newest) return found;
  throw new PostgresError(
    `postgresInbox: the schema ${schema} has the layout ${found}, this version of express-im-callbacks knows ${newest}; upgrade the package, or name another schema`,
    undefined,
  );
}

function cannotMigrate(schema: string, error: PostgresError): Error {
  if (error.code !== '42501') return error;
  return new PostgresError(
    `postgresInbox: the user may not make the tables of the schema ${schema}; run im-callbacks inbox migrate as one who may (${error.message})`,
    error.code,
  );
}
