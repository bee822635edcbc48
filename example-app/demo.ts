import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config';
import { start } from './start';
import { startTraffic } from './traffic';

/** The app with traffic of both chat services, from an empty database each time. */
async function main(): Promise<void> {
  const config = { ...readConfig(process.env), dataFolder: join(__dirname, '..', 'data', 'demo') };
  rmSync(config.dataFolder, { recursive: true, force: true });
  const { origin } = await start({ ...config, logLevel: process.env.LOG_LEVEL || 'warn' });
  const stopTraffic = startTraffic({ ...config, origin });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopTraffic);
  console.log(`\nThe page is at ${origin}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
