import type { FailureGuide } from '../callback/failure-guide';
import type { AnyCommand } from '../catalogue/command';
import type { JsonSchema } from '../json-schema/schema-object';

/** What schemas and documents say about a vendor beyond its catalogue. */
export interface VendorSchema {
  /** Where a command arrives. */
  endpointOf(command: AnyCommand): Endpoint;
  /** The fields of every reply to it: verdict, acknowledgement and failure. All of them are always there; see `ack.ts`. */
  plainReplyTo(command: AnyCommand): Readonly<Record<string, JsonSchema>>;
  /** Where the page is that `source` cites as `1047/34354`; undefined for what is no page of this vendor. */
  pageUrl(site: string, id: string): string | undefined;
  /** What happened and what to do, for each failure that only this vendor has. */
  readonly failures: Readonly<Record<string, FailureGuide>>;
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
