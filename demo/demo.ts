import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { breakBroadcasts } from './broken';
import { readConfig } from './config';
import { start } from './start';
import { tellStory } from './story';
import { startTraffic } from './traffic';

/** The app with traffic of both chat services, from an empty database each time: first a story, then what people say. */
async function main(): Promise<void> {
  const dataFolder = join(__dirname, '..', 'data', 'demo');
  // The page shows failures, so the terminal shows only the story. Texts are invented, so they may be shown.
  const logLevel = process.env.LOG_LEVEL || 'fatal';
  const config = { ...readConfig(process.env), dataFolder, logLevel, showsText: true };
  rmSync(dataFolder, { recursive: true, force: true });
  // Failures and gaps in seconds instead of minutes.
  const { origin, pages } = await start(config, { worker: { attempts: 2, backoffMs: 500, gapGraceMs: 2000 } });
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());

  console.log(`\nThe page is at ${origin} (中文: ${origin}/?lang=zh)\nThe demo begins when you open it.\n`);
  await pages.opened;
  const onStep = (sentence: string) => {
    console.log(`- ${sentence}`);
    pages.tell(sentence);
  };
  const broken = () => breakBroadcasts(join(dataFolder, 'chat.db'));
  await tellStory({ ...config, origin, signal, onStep, breakBroadcasts: broken });
  if (signal.aborted) return;
  onStep('Now as busy as people are.');
  signal.addEventListener('abort', startTraffic({ ...config, origin }));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
