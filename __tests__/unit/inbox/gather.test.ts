import { gather } from '../../../src/inbox/gather';
import { eventually } from '../../support/inbox/deliveries';

/** Keeps what is flushed, and ends each portion when told to. */
function held() {
  const portions: string[][] = [];
  const ends: ((answers?: readonly (string | Error)[]) => void)[] = [];
  const flush = (items: readonly string[]) => {
    portions.push([...items]);
    return new Promise<readonly (string | Error)[]>((resolve) => ends.push((answers = items) => resolve(answers)));
  };
  return { portions, ends, flush };
}

it('sends what one turn brings in one portion, and what comes meanwhile in the next', async () => {
  const { portions, ends, flush } = held();
  const put = gather(flush);
  const answers = Promise.all(['a', 'b'].map(put));
  await eventually(() => portions.length === 1);
  const later = Promise.all(['c', 'd'].map(put));
  ends[0]?.();
  expect(await answers).toEqual(['a', 'b']);
  await eventually(() => portions.length === 2);
  ends[1]?.();
  expect(await later).toEqual(['c', 'd']);
  expect(portions).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

it('bounds portions in number and in size, and sends what is larger alone', async () => {
  const { portions, flush } = held();
  const put = gather(flush, { inFlight: 9, most: 2, sizeOf: (item) => item.length, mostBytes: 4 });
  for (const item of ['a', 'b', 'c', 'dddddd', 'eee', 'ff']) void put(item);
  await eventually(() => portions.flat().length === 6);
  expect(portions).toEqual([['a', 'b'], ['c'], ['dddddd'], ['eee'], ['ff']]);
});

it('never has two of the same order on their way in different portions', async () => {
  const { portions, ends, flush } = held();
  const put = gather(flush, { inFlight: 2, orderOf: (item) => item[0] });
  void put('a1');
  await eventually(() => portions.length === 1);
  for (const item of ['a2', 'b1']) void put(item);
  await eventually(() => portions.length === 2);
  ends[0]?.();
  await eventually(() => portions.length === 3);
  expect(portions).toEqual([['a1'], ['b1'], ['a2']]);
});

it('rejects one item, or all of a portion', async () => {
  const { ends, flush } = held();
  const put = gather(flush);
  const both = Promise.allSettled(['a', 'b'].map(put));
  await eventually(() => ends.length === 1);
  ends[0]?.(['a', new Error('not b')]);
  expect(await both).toMatchObject([{ value: 'a' }, { reason: new Error('not b') }]);
  const failing = gather(() => Promise.reject(new Error('away')));
  await expect(failing('c')).rejects.toThrow('away');
});
