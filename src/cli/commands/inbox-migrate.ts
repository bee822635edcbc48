import type { Command } from 'commander';
import { operationalError, usageError } from '../process/one-line-error';
import { terminal } from '../terminal/terminal';
import { isPostgres, storeOption } from './inbox-store';

interface MigrateFlags {
  store?: string;
  schema?: string;
  print?: boolean;
}

/** `inbox migrate`: for an app whose database user may not create tables. */
export function addMigrate(inbox: Command): void {
  inbox
    .command('migrate')
    .description('PostgreSQL: create the tables of an inbox, or bring them up to date.')
    .addOption(storeOption())
    .option('--schema <name>', "the inbox's option schema (default: im_inbox)")
    .option('--print', 'print the SQL of new tables, for an administrator to run, and change nothing')
    .action(migrate);
}

async function migrate({ store, schema, print }: MigrateFlags): Promise<void> {
  const { migratePostgresInbox, migrationSql } = await import('../../inbox/postgres/index.js');
  if (!print && (store === undefined || !isPostgres(store)))
    throw usageError('inbox migrate is for PostgreSQL: write --store postgres://user@host/database, or --print');
  try {
    if (print) return printLines(migrationSql(schema));
    await migratePostgresInbox({ connection: store, ...(schema !== undefined && { schema }) });
    printLines(`the tables of the schema ${schema ?? 'im_inbox'} are up to date`);
  } catch (error) {
    // A TypeError is about the options on the command line. The other errors hold no password either.
    const inOneLine = error instanceof TypeError ? usageError : operationalError;
    throw inOneLine((error as Error).message);
  }
}

function printLines(text: string): void {
  const out = terminal({});
  for (const line of text.trimEnd().split('\n')) out.print(line);
}
