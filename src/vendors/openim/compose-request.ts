import type { WireOf } from '../../command';
import type { ComposedRequest } from '../../composed-request';
import type { OpenimCommand } from './catalogue';

export interface ComposeOpenimOptions {
  /** The configured URL's path, with the secret segment where there is one. */
  path: string;
  /** Where the command stands besides the body: `path` (servers from 3.4.2 on), `query` (3.0 to 3.4), `body` (2.x). */
  commandIn?: 'path' | 'query' | 'body';
  /** Empty: the header is left out, as servers before 3.7 do when they know none. */
  operationID?: string;
  credentials?: { user: string; password: string };
  /** The command's name as that server spells it. Default the catalogue's name. */
  wire?: string;
}

/** The way in, reversed: a command and its body as an OpenIM server sends them. */
export function composeRequest<W extends OpenimCommand['wire']>(
  command: W,
  body: Partial<WireOf<Extract<OpenimCommand, { wire: W }>>>,
  options: ComposeOpenimOptions,
): ComposedRequest {
  const { path, commandIn = 'path', operationID = String(Date.now()), credentials, wire = command } = options;
  const urls = { path: `${path.replace(/\/$/, '')}/${wire}`, query: `${path}?command=${wire}`, body: path };
  const login = credentials && Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
  return {
    method: 'POST',
    url: urls[commandIn],
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...(operationID !== '' && { operationID }),
      ...(login && { Authorization: `Basic ${login}` }),
    },
    // Servers from 3.7 on end the body with a newline, and Go escapes these three in strings.
    body: `${JSON.stringify({ ...body, callbackCommand: wire }).replace(/[<>&]/g, escaped)}\n`,
  };
}

function escaped(character: string): string {
  return `\\u00${character.charCodeAt(0).toString(16)}`;
}
