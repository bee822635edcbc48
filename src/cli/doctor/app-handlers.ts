import { nearestName } from '../../options/nearest-name';
import type { Vendor } from '../../vendors';
import { allCommands } from '../../vendors/commands';
import { usageError } from '../process/one-line-error';
import { readApp } from '../set-up/read-app';

/** The app's handlers as the command line gives them, for one vendor or for all. Undefined where it gives none. */
export type AppHandlers = (vendor?: Vendor) => readonly string[] | undefined;

/** doctor cannot see handlers from outside: `names` are on the command line, `app` is a module with the receivers. */
export async function appHandlers(names: readonly string[], app: string | undefined): Promise<AppHandlers> {
  for (const name of names) checkHandler(name);
  const receivers = app === undefined ? [] : await readApp(app);
  if (names.length === 0 && app === undefined) return () => undefined;
  return (vendor) => {
    const own = receivers.filter(
      ({ vendors }) => vendor === undefined || vendors.length === 0 || vendors.includes(vendor),
    );
    return [...new Set([...names, ...own.flatMap(({ handlers }) => handlers)])];
  };
}

function checkHandler(name: string): void {
  const handlers: string[] = [...new Set(allCommands.map(({ handler }) => handler))];
  if (handlers.includes(name)) return;
  const meant = nearestName(name, handlers);
  throw usageError(
    `there is no handler called ${name}; ${meant === undefined ? 'im-callbacks list shows all' : `did you mean ${meant}?`}`,
  );
}
