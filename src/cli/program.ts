import type { Command } from 'commander';
import { addDoctor } from './commands/doctor';
import { addInbox } from './commands/inbox';
import { addList } from './commands/list';
import { addRecord } from './commands/record';
import { addReplay } from './commands/replay';
import { addSend } from './commands/send';
import { addShow } from './commands/show';
import { addStorm } from './commands/storm';
import { StrictCommand } from './options/strict-command';

/** The whole command line: `im-callbacks <command> …`. */
export function program(): Command {
  const whole = new StrictCommand('im-callbacks')
    .description('Work with the callbacks of Tencent Cloud Chat and OpenIM without either of them.')
    // The file is in dist/cli/.
    .version((require('../../package.json') as { version: string }).version)
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(add --help for the options and examples)')
    .exitOverride()
    .addHelpText('after', after);
  for (const add of [addList, addShow, addSend, addStorm, addRecord, addReplay, addDoctor, addInbox]) add(whole);
  return whole;
}

const after = `
Examples:
  im-callbacks send beforeGroupMsg --vendor tencent --to http://127.0.0.1:3000/im-callback
  im-callbacks doctor http://127.0.0.1:3000/im-callback
  im-callbacks storm --vendor openim --to http://127.0.0.1:3000/im-callback --duration 10s

Secrets belong into the environment, not into the shell's history:
  IM_CALLBACK_TOKEN  Tencent's token      IM_SDK_APP_ID     Tencent's SDKAppID
  OPENIM_SECRET      OpenIM's segment     IM_CALLBACK_INBOX the inbox's file or Redis URL

Exit codes:
  0    done
  1    a callback failed, doctor found a problem, Redis is away, or there was nothing to do
  2    the command line is wrong
  3    send: nothing failed, but a callback was refused or dropped
  130  ended by Ctrl-C`;
