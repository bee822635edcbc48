import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';
import { connectedReplicas } from '../../../../src/inbox/bullmq/connected-replicas';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('asks for those that were there a moment ago, and forgets them after 15 s', () => {
  const replicas = connectedReplicas(new EventEmitter() as Redis);
  expect([replicas.wanted(), replicas.isNew()]).toEqual([0, true]);
  replicas.saw(2);
  expect([replicas.wanted(), replicas.isNew()]).toEqual([2, false]);
  for (let seconds = 1; seconds <= 15; seconds++) {
    jest.advanceTimersByTime(1000);
    replicas.saw(1);
    expect(replicas.wanted()).toBe(2);
  }
  jest.advanceTimersByTime(1000);
  replicas.saw(1);
  expect(replicas.wanted()).toBe(1);
  replicas.saw(3);
  expect(replicas.wanted()).toBe(3);
});

it('knows nothing of the master of a new connection', () => {
  const redis = new EventEmitter() as Redis;
  const replicas = connectedReplicas(redis);
  replicas.saw(1);
  redis.emit('close');
  expect([replicas.wanted(), replicas.isNew()]).toEqual([0, true]);
  replicas.saw(0);
  expect([replicas.wanted(), replicas.isNew()]).toEqual([0, false]);
});
