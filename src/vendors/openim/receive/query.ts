/** What an OpenIM query may hold: `command` (servers 3.0 to 3.4), `key` (for load balancers, server main). */
export interface OpenimQuery {
  readonly command: string | undefined;
  readonly key: string | undefined;
}
