import { readConfig } from './config';
import { curlCommands } from './curl';
import { start } from './start';

async function main(): Promise<void> {
  const read = readConfig(process.env);
  // Two log lines a callback would push the commands below off the screen.
  const config = read.isDemo && !process.env.LOG_LEVEL ? { ...read, logLevel: 'warn' } : read;
  const { origin } = await start(config);
  console.log(`\nThe page is at ${origin}`);
  // A real secret does not belong on a terminal.
  if (!config.isDemo) return;
  console.log('To send a callback, press a button there, or paste one of these into another terminal:\n');
  for (const command of curlCommands({ ...config, origin })) console.log(`${command}\n`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
