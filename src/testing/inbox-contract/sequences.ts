import { equal } from './expectations';
import type { ContractTest } from './scene';

/** What `onGap` needs: the state of each conversation's numbers, changed by compare-and-set. */
export const sequences: Record<string, ContractTest> = {
  async 'sequences: replaces a state only when it is the expected one, and lists those that are due'({ open }) {
    const { sequences: store } = await open();
    equal(await store.read('a'), undefined);
    equal(await store.replace('a', undefined, '1', undefined), true);
    equal(await store.replace('a', undefined, '2', undefined), false);
    equal(await store.replace('a', '1', '2', 500), true);
    equal(await store.replace('b', undefined, '7', 300), true);
    equal(await store.replace('c', undefined, '8', 900), true);
    equal(await store.read('a'), '2');
    const a = { conversation: 'a', state: '2' };
    const b = { conversation: 'b', state: '7' };
    equal(await store.due(600, 10), [b, a]);
    equal(await store.due(600, 1), [b]);
    // State c is due after 800: a clock that was set back leaves such states behind.
    equal(await store.due(600, 10, 800), [b, a, { conversation: 'c', state: '8' }]);
    await store.replace('b', '7', '9', undefined);
    equal(await store.due(600, 10), [a]);
  },
};
