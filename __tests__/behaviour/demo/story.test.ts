/** What the demo shows first. */
import { join } from 'node:path';
import { breakBroadcasts } from '../../../demo/broken';
import { tellStory } from '../../../demo/story';
import { newFolder, type RunningApp, runApp, settings, until } from '../../support/demo/running-app';

jest.setTimeout(60_000);

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder, { attempts: 1, gapGraceMs: 50 });
});
afterAll(() => app.stop());

const options = () => ({
  ...settings,
  origin: app.origin,
  pace: 50,
  breakBroadcasts: () => breakBroadcasts(join(folder, 'chat.db')),
});
const count = (table: string) => app.database.prepare(`SELECT count(*) AS n FROM ${table}`).all()[0];

it('ends early when it is asked to, with the failure fixed', async () => {
  const stopping = new AbortController();
  const sentences: string[] = [];
  const onStep = (sentence: string) => {
    sentences.push(sentence);
    if (sentence.includes('refused')) stopping.abort();
  };
  await tellStory({ ...options(), onStep, signal: stopping.signal });
  expect(sentences).toHaveLength(2);
  expect(await (await fetch(`${app.origin}/api/dead`)).json()).toEqual([]);
});

it('has a message, readers, a refusal, a duplicate, a gap, and a dead letter that is revived', async () => {
  const sentences: string[] = [];
  await tellStory({ ...options(), onStep: (sentence) => sentences.push(sentence) });
  expect(sentences).toHaveLength(7);
  await until(() => {
    expect(count('gaps')).toEqual({ n: 1 });
    expect(count('broadcasts')).toEqual({ n: 1 });
    expect(count('refusals')).toEqual({ n: 2 });
    expect(count('receipts')).not.toEqual({ n: 0 });
    const outcomes = new Set(app.lines.map((line) => JSON.parse(line).outcome));
    for (const outcome of ['allowed', 'refused', 'handled', 'duplicate', 'dead']) expect(outcomes).toContain(outcome);
  });
  expect(await (await fetch(`${app.origin}/api/dead`)).json()).toEqual([]);
});
