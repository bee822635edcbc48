import { Client, type ClientConfig, Pool } from 'pg';
import { within } from '../../promises/within';
import { clientOptions } from './client-options';
import type { PostgresSettings } from './options';

/** Longest time to connect, in milliseconds. */
export const connectMs = 3000;

export interface PoolWithHosts {
  readonly pool: Pool;
  /** Connections from now on go to the next host of the list, if there is one. */
  nextHost(): void;
  end(): Promise<void>;
}

/** The inbox's own pool, or the user's, which it never ends. */
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
  // The first notices connections to a vanished machine sooner; the second lets the process exit when nothing else runs.
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
    // A handler may still hold a connection of it; nobody waits for that.
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
