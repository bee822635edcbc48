import type { Command } from 'commander';
import type { Vendor } from '../../vendors';
import { mistake } from './mistake';

/** What only one vendor's sender looks at. */
const own: Readonly<Record<Vendor, readonly string[]>> = {
  tencent: ['sdkAppId', 'token', 'clientIp', 'platform', 'retry'],
  openim: ['serverVersion', 'secret'],
};

/** An option of the other vendor would change nothing; of the environment's variables each vendor takes its own. */
export function refuseIgnored(command: Command, vendor: Vendor): void {
  const other = vendor === 'tencent' ? 'openim' : 'tencent';
  for (const name of own[other]) {
    if (command.getOptionValueSource(name) !== 'cli' || command.getOptionValue(name) === false) continue;
    const option = command.options.find((one) => one.attributeName() === name);
    throw mistake(`${option?.long ?? name} is ${other}'s, and changes nothing for ${vendor}; leave it out`);
  }
}
