import type { Command } from 'commander';
import { vendors } from '../vendors';
import { commandLineOf, vendorNames } from './command-lines';
import { addConfig } from './commands/config';
import { addDoctor } from './commands/doctor';
import { addInbox } from './commands/inbox';
import { addList } from './commands/list';
import { addRecord } from './commands/record';
import { addReplay } from './commands/replay';
import { addSend } from './commands/send';
import { addShow } from './commands/show';
import { addStorm } from './commands/storm';
import { helpText } from './options/help-text';
import { StrictCommand } from './options/strict-command';
import { and } from './report/phrases';
import { table } from './terminal/table';

/**
 * The whole command line: `im-callbacks <command> …`. Each command is a file of commands/, with its options, its help
 * and its action.
 */
export function program(): Command {
  const labels = Object.values(vendors).map(({ label }) => label);
  const whole = new StrictCommand('im-callbacks')
    .description(`Work with the callbacks of ${and(labels)} on your own machine, without their servers.`)
    // The file is in dist/cli/.
    .version((require('../../package.json') as { version: string }).version, '-v, --version')
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(add --help for the options and examples)')
    .exitOverride()
    .addHelpText('after', helpText('main', { examples, notes: [environment(), exitCodes] }));
  for (const add of [addList, addShow, addSend, addStorm, addRecord, addReplay, addConfig, addDoctor, addInbox])
    add(whole);
  return whole;
}

const examples = ['im-callbacks doctor http://127.0.0.1:3000/im-callback'];

function environment(): string {
  const ofVendors = vendorNames.flatMap((vendor) => commandLineOf(vendor).flags.flatMap(({ env }) => env ?? []));
  const variables = [...ofVendors, { name: 'IM_CALLBACK_INBOX', about: "the inbox's file, or its URL" }];
  const lines = table(variables.map(({ name, about }) => [name, about]));
  return `Keep secrets in the environment, not in your shell history:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

const exitCodes = `Exit codes:
  0    done
  1    a callback failed, doctor found a problem, the inbox's server is unreachable, or there was nothing to do
  2    the command line is wrong
  3    send: nothing failed, but a callback was refused or dropped
  130  ended by Ctrl-C`;
