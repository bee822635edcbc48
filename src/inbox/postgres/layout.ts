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
  const { schema } = database;
  const client = await database.client();
  try {
    // What others commit while the lock is waited for must be seen after it. No second connection: each of many processes would
    // hold one and wait for another, where a pooler has few.
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [lockClass, schema]);
    const text = 'SELECT to_regnamespace($1) IS NULL AS "noSchema", to_regclass($2) IS NULL AS "noLayout"';
    const { noSchema, noLayout } = (await client.query(text, [schema, `${schema}.layout`])).rows[0];
    // Even with IF NOT EXISTS it takes the right to make schemas.
    if (noSchema) await client.query(`CREATE SCHEMA ${schema}`);
    const from = noLayout ? 0 : await layoutOf({ schema, query: (statement) => client.query(statement) });
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

/** Whatever a statement is sent over. */
interface Asked {
  readonly schema: string;
  query(statement: { text: string }): Promise<{ rows: readonly Record<string, unknown>[] }>;
}

async function layoutOf({ query, schema }: Asked): Promise<number> {
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
