import { lost, makeQueue } from '../../../../../src/vendors/openim/send/queue';

function task() {
  let finish = (_value: string) => {};
  const promise = new Promise<string>((resolve) => {
    finish = resolve;
  });
  return { run: () => promise, finish };
}

const turns = () => new Promise((resolve) => setImmediate(resolve));

it('runs as many at once as it has workers, the rest in order', async () => {
  const queue = makeQueue({ workers: 2, size: 100, waitMs: 10_000 });
  const log: string[] = [];
  const tasks = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...task() }));
  const results = tasks.map(({ name, run }) =>
    queue.add(() => {
      log.push(name);
      return run();
    }),
  );
  expect(log).toEqual(['a', 'b']);
  tasks[1]?.finish('2');
  await turns();
  expect(log).toEqual(['a', 'b', 'c']);
  for (const { finish } of tasks) finish('x');
  expect(await Promise.all(results)).toEqual(['x', '2', 'x', 'x']);
});

it('gives a task up when it finds no room for too long, and takes one for which room comes in time', async () => {
  const queue = makeQueue({ workers: 1, size: 1, waitMs: 30 });
  const first = task();
  const running = queue.add(first.run);
  const waiting = queue.add(async () => 'waited');
  expect(await queue.add(async () => 'never')).toBe(lost);
  const entering = queue.add(async () => 'entered');
  first.finish('ran');
  expect(await Promise.all([running, waiting, entering])).toEqual(['ran', 'waited', 'entered']);
});

it('goes on after a task that fails', async () => {
  const queue = makeQueue({ workers: 1, size: 1, waitMs: 10_000 });
  const broken = queue.add(() => Promise.reject(new Error('broken')));
  const next = queue.add(async () => 'next');
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
