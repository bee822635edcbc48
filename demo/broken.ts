import { openDatabase } from './database';

/**
 * For the demo: has the handler of broadcasts fail until what this returns is called, by a trigger in the app's own database.
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
