import { openDatabase } from './database';

/**
 * For the demo: makes the handler of broadcasts fail, by a trigger in the app's own database, until the returned function is
 * called.
 */
export function breakBroadcasts(file: string): () => void {
  const database = openDatabase(file);
  const abort = "SELECT RAISE(ABORT, 'the table of broadcasts is being rebuilt')";
  database.exec(`CREATE TRIGGER rebuilt BEFORE INSERT ON broadcasts BEGIN ${abort}; END`);
  database.close();
  return function mend() {
    const again = openDatabase(file);
    again.exec('DROP TRIGGER IF EXISTS rebuilt');
    again.close();
  };
}
