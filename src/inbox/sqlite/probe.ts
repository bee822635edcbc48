import { toContent } from './content';
import { kindOfError, storeError } from './error';
import type { GroupCommit } from './group-commit';
import { readPragma } from './pragma';
import type { Tables } from './tables';

export interface ProbeNeeds {
  file: string;
  maxPages: number;
  tables(): Tables;
  write: GroupCommit['write'];
}

/** Who asks within this time gets the answer that was given last, in milliseconds. */
const freshMs = 1000;
/** What the probe may need, and a little more. */
const pages = 8;
const something = toContent({
  key: '',
  identified: false,
  conversation: undefined,
  vendor: '',
  wire: '',
  appId: undefined,
  operationID: '',
  receivedAt: 0,
  query: {},
  expected: true,
  body: ' '.repeat(4096),
});

/**
 * Stores something and takes it out again, in one transaction: what would keep a delivery from being stored keeps this from it as
 * well, and nothing of it is left. Rejects with what is wrong. That `maxBytes` is reached is not: handling makes room.
 */
export function makeProbe({ file, maxPages, tables, write }: ProbeNeeds): () => Promise<void> {
  let last: { at: number; result: Promise<void> } | undefined;

  function change(): void {
    const { waiting } = tables();
    waiting.add(something);
    waiting.remove(waiting.lastId());
  }

  const isAtBound = () => Number(readPragma(tables().database, 'page_count')) + pages > maxPages;

  return () => {
    if (last === undefined || performance.now() - last.at > freshMs) {
      const result = write(change).catch((error) => {
        if (kindOfError(error) === 'FULL' && isAtBound()) return;
        throw storeError(file, error);
      });
      last = { at: performance.now(), result };
    }
    return last.result;
  };
}
