import type { WireOf } from '../../../catalogue/command';
import type { ComposedRequest } from '../../../sending/composed-request';
import type { OpenimCommand } from '../catalogue';
import { writeGoJson } from './write-go-json';

export interface ComposeOpenimOptions {
  /** The configured URL's path, with the secret segment where there is one. A slash at its end gives two, as on the wire. */
  path: string;
  /** Where the command stands besides the body: `path` (servers from 3.4.2 on), `query` (3.0 to 3.4), `body` (2.x). */
  commandIn?: 'path' | 'query' | 'body';
  /** Empty: the header is left out, as servers before 3.7 do when they know none. `null`: it is there, and empty (3.7 on). */
  operationID?: string | null;
  credentials?: { user: string; password: string };
  /** The command's name as that server spells it. Default the catalogue's name. */
  wire?: string;
  /** Servers from 3.7 on end the body with a newline. Default true. */
  newline?: boolean;
  /** Server main gives load balancers a query parameter `key` to hash by, made of sender, recipient and group. Default false. */
  conversationKey?: boolean;
}

/** The way in, reversed: a command and its body as an OpenIM server sends them. */
export function composeRequest<W extends OpenimCommand['wire']>(
  command: W,
  body: Partial<WireOf<Extract<OpenimCommand, { wire: W }>>>,
  options: ComposeOpenimOptions,
): ComposedRequest {
  const { path, commandIn = 'path', operationID = String(Date.now()), credentials, wire = command } = options;
  const { newline = true, conversationKey = false } = options;
  // The server glues strings: a query in the configured URL ends up in the middle.
  const urls = { path: `${path}/${wire}`, query: `${path}?command=${wire}`, body: path === '' ? '/' : path };
  const url = conversationKey ? withConversationKey(urls[commandIn], body) : urls[commandIn];
  const login = credentials && Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
  return {
    method: 'POST',
    url: url.startsWith('/') ? url : `/${url}`,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...(operationID !== '' && { operationID: operationID ?? '' }),
      ...(login && { Authorization: `Basic ${login}` }),
    },
    body: writeGoJson({ ...body, callbackCommand: wire }) + (newline ? '\n' : ''),
  };
}

/** Go parses the URL for this and rewrites its query, sorted by name; a command glued behind a query is escaped with it. */
function withConversationKey(url: string, body: Readonly<Record<string, unknown>>): string {
  const { sendID = '', recvID = '', groupID = '' } = body;
  const [path, ...rest] = url.split('?');
  const query = new URLSearchParams(rest.join('?'));
  query.set('key', Buffer.from(writeGoJson({ sendID, recvID, groupID })).toString('base64'));
  query.sort();
  return `${path}?${query}`;
}
