import { isRefusal } from './error';

/** Wait after an error of Redis, in milliseconds. */
export const pauseMs = 500;
/** How often Redis may refuse one command before it is given up: about a minute. */
const mostRefusals = 120;

export type Insist = <T>(action: () => Promise<T>) => Promise<T>;

/**
 * Retries after an error of Redis, which `note` receives, until it works or nobody waits any more. A job that is given up this
 * way stays where it is and is found stalled; that counts as an attempt.
 */
export function makeInsist(note: (error: unknown) => void, isStopping: () => boolean): Insist {
  return async function insist(action) {
    for (let refusals = 0; ; ) {
      try {
        return await action();
      } catch (error) {
        note(error);
        if (isRefusal(error)) refusals += 1;
        if (isStopping() || refusals >= mostRefusals) throw error;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  };
}
