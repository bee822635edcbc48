/**
 * `delivery`: waiting deliveries, in shares of conversations that are leased to workers. `xid` is the transaction that stored it:
 * by it a reader knows what was committed since its last read. `lane` is a hash of the conversation. The next vacuum erases the
 * content of a handled delivery, hence its low thresholds; it does not truncate the files, because that would lock readers out.
 *
 * `seen` has half of the SHA-256 of keys, because keys may be long and hold names of users. `running` lists the deliveries whose
 * handlers run, so that the attempt counts if a worker dies. It is unlogged: a crash of PostgreSQL empties it, and no delivery
 * causes such a crash. It has one row for each delivery, because a row that is updated again and again has thousands of versions
 * while any transaction stays open. Times are milliseconds of this server's clock.
 *
 * Both are created a hundred pages large and stay so: for a table of a few pages PostgreSQL plans full scans, and keeps those
 * plans when the table has grown.
 */
export function firstLayout(s: string): string {
  return `
CREATE TABLE ${s}.layout (one boolean PRIMARY KEY DEFAULT true CHECK (one), version int NOT NULL, probed bigint NOT NULL);
INSERT INTO ${s}.layout (version, probed) VALUES (0, 0);
CREATE TABLE ${s}.delivery (
  share smallint NOT NULL,
  xid bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  lane int,
  aside boolean NOT NULL DEFAULT false,
  accepted_at bigint NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  first_failed_at bigint,
  due_at bigint,
  delay_ms bigint,
  head text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (share, xid, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_limit = 2000,
  vacuum_truncate = false, toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1000,
  toast.vacuum_truncate = false);
CREATE INDEX delivery_aside ON ${s}.delivery (share, due_at) WHERE aside;
CREATE TABLE ${s}.seen (key uuid PRIMARY KEY, until bigint NOT NULL)
  WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_limit = 2000, vacuum_truncate = false);
CREATE INDEX seen_until ON ${s}.seen USING brin (until) WITH (pages_per_range = 16, autosummarize = on);
CREATE TABLE ${s}.dead (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  buried_at bigint NOT NULL,
  attempts int NOT NULL,
  error text NOT NULL,
  head text NOT NULL,
  body text NOT NULL
);
CREATE INDEX dead_by_age ON ${s}.dead (buried_at);
CREATE TABLE ${s}.sequence (conversation text PRIMARY KEY, state text NOT NULL, due_at bigint, used_at bigint NOT NULL)
  WITH (fillfactor = 70);
CREATE INDEX sequence_by_due ON ${s}.sequence (due_at) WHERE due_at IS NOT NULL;
CREATE TABLE ${s}.share (n smallint PRIMARY KEY, owner uuid, until timestamptz)
  WITH (fillfactor = 25, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
INSERT INTO ${s}.share (n) SELECT generate_series(0, 63);
CREATE TABLE ${s}.worker (id uuid PRIMARY KEY, until timestamptz NOT NULL)
  WITH (fillfactor = 25, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE UNLOGGED TABLE ${s}.running (
  share smallint NOT NULL,
  xid bigint NOT NULL,
  id bigint NOT NULL,
  worker uuid NOT NULL,
  PRIMARY KEY (share, xid, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, vacuum_truncate = false);
INSERT INTO ${s}.delivery (share, xid, accepted_at, head, body) SELECT -1, 0, 0, repeat('x', 500), '' FROM generate_series(1, 1500);
INSERT INTO ${s}.running SELECT -1, 0, n, '00000000-0000-0000-0000-000000000000' FROM generate_series(1, 13000) AS n;
DELETE FROM ${s}.delivery;
DELETE FROM ${s}.running;
`;
}
