import { Client, type ClientConfig, Pool } from 'pg';
import { within } from '../../promises/within';
import { clientOptions } from './client-options';
import type { PostgresSettings } from './options';

/** Longest time for a connection to be there, in milliseconds. */
export const connectMs = 3000;

export interface PoolWithHosts {
  readonly pool: Pool;
  /** What is connected from now on goes to the next host of the list, where there is one. */
  nextHost(): void;
  end(): Promise<void>;
}

/** The pool of the inbox, or the user's own, which it only borrows. */
export function makePool({ connection, pool: given, connections }: PostgresSettings): PoolWithHosts {
  if (given !== undefined) {
    const ignore = () => {};
    // Without a listener the loss of an idle connection ends the process.
    given.on('error', ignore);
    const end = async () => void given.off('error', ignore);
    return { pool: given, nextHost: () => {}, end };
  }
  const { hosts, config } = configOf(connection);
  let turn = 0;
  /** pg 8 knows one host of one client. */
  class ClientOfHosts extends Client {
    constructor(own?: ClientConfig) {
      super(clientOptions(own ?? {}, hosts[turn % hosts.length] ?? {}));
    }
  }
  // Connections to a vanished machine are noticed sooner; a process that is done with all else may end.
  const own = { connectionTimeoutMillis: connectMs, keepAlive: true, allowExitOnIdle: true, max: connections };
  const pool = new Pool({ fallback_application_name: 'im-callbacks', ...own, ...config, Client: ClientOfHosts });
  pool.on('error', () => {});
  // From its first moment to its last: the pool listens only while a connection is idle.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    pool,
    nextHost() {
      turn += 1;
    },
    // Whoever holds a connection of it, as a handler may, is not waited for any longer.
    end: () => within(connectMs, pool.end(), () => undefined),
  };
}

interface Host {
  readonly host?: string;
  readonly port?: number;
}

function configOf(connection: PostgresSettings['connection']): { hosts: readonly Host[]; config: ClientConfig } {
  if (typeof connection === 'string' || connection === undefined)
    return { hosts: [{}], config: { connectionString: connection } };
  const { host, ...config } = connection;
  if (host === undefined) return { hosts: [{}], config };
  return { hosts: [host].flat().map(toHost), config };
}

/** `db2:5433`, `[::1]:5433`; the folder of a unix socket, and an address of IPv6 without brackets, have no port. */
function toHost(text: string): Host {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:/]+)):(\d+)$/.exec(text) ?? [];
  return port === undefined ? { host: text } : { host: bracketed ?? plain, port: Number(port) };
}
