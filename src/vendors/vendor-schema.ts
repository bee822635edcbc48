import type { AnyCommand } from '../catalogue/command';
import type { JsonSchema } from '../json-schema/schema-object';

/** What schemas and documents say about a vendor beyond its catalogue. */
export interface VendorSchema {
  /** Where a command arrives. */
  endpointOf(command: AnyCommand): Endpoint;
  /** The fields of every reply to it: verdict, acknowledgement and failure. All of them are always there; see `ack.ts`. */
  plainReplyTo(command: AnyCommand): Readonly<Record<string, JsonSchema>>;
  /** Web sites that `source` names by a short prefix: `1047` in `1047/34354` → the URL that `34354` is appended to. */
  readonly sites: Readonly<Record<string, string>>;
}

/** Where a command arrives, in AsyncAPI's terms. */
export interface Endpoint {
  /** Of the channel, behind the path of the server. */
  readonly address: string;
  /** Of the channel, one for each name in braces. */
  readonly parameters?: Readonly<Record<string, { description: string; enum: readonly string[]; default: string }>>;
  /** The HTTP query, which an address cannot hold. */
  readonly query?: JsonSchema;
  readonly headers?: JsonSchema;
}
