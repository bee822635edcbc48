import { memoryInbox } from '../../../../src/inbox/memory';
import { inboxContract } from '../../../../src/testing/inbox-contract';

describe('memoryInbox', () => {
  inboxContract(it, async () => ({ make: (options) => memoryInbox(options) }));

  it('says that it keeps nothing', async () => {
    expect(await memoryInbox().open()).toMatchObject({ durability: 'none' });
  });

  it('names a wrong option', () => {
    expect(() => memoryInbox({ dedupe: 'never' as 'drop' })).toThrow(
      "imCallbacks: option memoryInbox.dedupe must be 'drop' or 'observe'; got 'never'",
    );
    expect(() => memoryInbox({ maxdead: 1 } as object)).toThrow(
      'imCallbacks: there is no option memoryInbox.maxdead; did you mean maxDead?',
    );
  });
});
