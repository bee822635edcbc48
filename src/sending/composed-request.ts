/** A request as plain data, ready for any HTTP client. */
export interface ComposedRequest {
  readonly method: 'POST';
  /** Path and query, to be put behind the origin. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
