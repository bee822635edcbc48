/** The contract of an inbox, on every SQLite driver that this Node can have. */
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { type DriverName, findDriver } from '../../../../src/inbox/sqlite/driver';
import { inboxContract } from '../../../../src/testing/inbox-contract';
import { freshFile } from '../../../support/inbox/sqlite/files';

function works(driver: DriverName): boolean {
  try {
    findDriver(driver);
    return true;
  } catch {
    return false;
  }
}

function onDriver(driver: DriverName): void {
  describe(`sqliteInbox on ${driver}`, () =>
    inboxContract(it, async () => {
      const file = freshFile();
      return { make: (options) => sqliteInbox({ file, driver, ...options }) };
    }));
}

// Installed with this package's development dependencies, so it must be here.
onDriver('libsql');

// better-sqlite3 is no development dependency: its binary is built or fetched by an install script.
for (const driver of ['node:sqlite', 'better-sqlite3'] as const) {
  if (works(driver)) onDriver(driver);
  else it.skip(`sqliteInbox on ${driver} (skipped: Node ${process.versions.node} has no ${driver} here)`, () => {});
}
