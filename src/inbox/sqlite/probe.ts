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

/** For this time, in milliseconds, the last answer is reused. */
const freshMs = 1000;
/** The space that the probe may need, and a little more. */
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
 * Stores something and removes it in one transaction: it fails whenever storing a delivery would fail, and leaves nothing behind.
 * Rejects with the reason. A reached `maxBytes` is no reason: handling makes room.
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
