import { readConfig } from './config';
import { curlCommands } from './curl';
import { start } from './start';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { origin } = await start(config);
  console.log(`\nThe page is at ${origin}`);
  // A real secret does not belong on a terminal.
  if (!config.isDemo) return;
  console.log('To send a callback, paste one of these into another terminal:\n');
  for (const command of curlCommands({ ...config, origin })) console.log(`${command}\n`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
