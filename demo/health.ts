import type { RequestHandler } from 'express';
import type { ImCallbacks, Inbox, InboxStats, InboxStatus } from 'express-im-callbacks';
import type { Activity } from './activity';

export interface HealthOptions {
  callbacks: ImCallbacks;
  inbox: Inbox;
  activity: Activity;
}

export interface Health {
  /** For a load balancer: 200 while callbacks are accepted, 503 as soon as draining begins. */
  readonly route: RequestHandler;
  /** The same with the numbers that the page shows. */
  readonly forPages: () => Promise<object>;
}

type State =
  | { ready: true; durability: InboxStatus['durability']; inbox: InboxStats }
  | { ready: false; reason: string };

export function makeHealth({ callbacks, inbox, activity }: HealthOptions): Health {
  async function state(): Promise<State> {
    try {
      const status = await callbacks.ready();
      return { ready: true, durability: status?.durability ?? 'none', inbox: await inbox.stats() };
    } catch (error) {
      return { ready: false, reason: error instanceof Error ? error.message : 'the inbox is not open' };
    }
  }

  return {
    async route(_req, res) {
      const now = await state();
      res.status(now.ready ? 200 : 503).json(now);
    },
    forPages: async () => ({ ...(await state()), ...activity.snapshot() }),
  };
}
