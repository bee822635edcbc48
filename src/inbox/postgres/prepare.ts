import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

/** `name` prepares it on each connection. */
export type Query = Pick<QueryConfig, 'name' | 'text' | 'values'>;

export interface Preparing {
  /** As pg sends it. */
  prepared(statement: Query): QueryConfig;
  /** Whether it has failed, unexecuted, because it was prepared: then it is to be sent again, and nothing is prepared from now on. */
  isRefused(sent: QueryConfig, error: unknown): boolean;
}

/**
 * Statements are prepared, so that PostgreSQL plans each once for a connection. Behind a pooler that gives each transaction another
 * connection that fails, unless the pooler keeps account of names (PgBouncer docs, `max_prepared_statements`, from 1.21 on).
 */
export function preparing(schema: string): Preparing {
  const names = new Map<string, string>();
  let isOff = false;

  /** Behind such a pooler another version of this package may have left its statement of the same name; hence the digest. */
  function nameOf(name: string, text: string): string {
    const known = names.get(text);
    if (known !== undefined) return known;
    const made = `${schema}.${name}.${createHash('sha256').update(text).digest('base64url').slice(0, 8)}`;
    names.set(text, made);
    return made;
  }

  return {
    prepared: ({ name, text, values }) =>
      name === undefined || isOff ? { text, values } : { text, values, name: nameOf(name, text) },
    isRefused(sent, error) {
      const { code } = (error ?? {}) as { code?: unknown };
      // "already exists" and "does not exist"; PostgreSQL docs, appendix A.
      const isRefused = sent.name !== undefined && (code === '42P05' || code === '26000');
      isOff ||= isRefused;
      return isRefused;
    },
  };
}
