import { type Command, Option } from 'commander';
import type { AnyCommand } from '../../catalogue/command';
import { nearestName } from '../../options/nearest-name';
import type { Vendor } from '../../vendors';
import { checkTraffic } from '../doctor/check-traffic';
import { diagnose } from '../doctor/diagnose';
import { mark } from '../doctor/marked-sample';
import { printDiagnosis } from '../doctor/report';
import { refuseIgnored } from '../options/ignored-options';
import { mistake } from '../options/mistake';
import { identityOptions, receiverUrl, type SenderFlags } from '../options/sender-options';
import { duration, vendorOption } from '../options/values';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { readRecording } from '../recording/read-recording';
import { terminal } from '../report/terminal';
import { shownUrl } from '../secrets/shown-request';
import { catalogue, oneCommandNamed } from './catalogue';

interface DoctorFlags extends Omit<SenderFlags, 'to'> {
  vendor?: Vendor;
  command: string[];
  samples: boolean;
  traffic?: string;
  handler: string[];
  json?: boolean;
}

/** Whose handlers most apps have. */
const usual = [
  'Group.CallbackBeforeSendMsg',
  'Group.CallbackAfterSendMsg',
  'callbackBeforeSendGroupMsgCommand',
  'callbackAfterSendGroupMsgCommand',
];

const collect = (value: string, before: string[]) => [...before, value];

export function addDoctor(program: Command): void {
  const doctor = program
    .command('doctor')
    .argument('<url>', "the receiver's URL, as the console or webhooks.yml has it", receiverUrl)
    .description('Find out why nothing arrives, or why nothing is stopped.')
    .addOption(vendorOption());
  identityOptions(doctor)
    .option(
      '--command <name>',
      'try these handlers instead of those of group messages; may be given again',
      collect,
      [],
    )
    .option('--no-samples', 'send no sample events: no handler runs, and slow or failing ones are not found')
    .option('--timeout <time>', 'when the sender gives up (default: Tencent 2s, OpenIM 5s)', duration('10m'))
    .option('--traffic <file>', 'with --handler: a recording to hold the handlers against')
    .addOption(
      new Option('--handler <name>', 'a handler of your app, e.g. onGroupMsg; may be given again')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(run);
}

const examples = `
Examples:
  im-callbacks doctor http://127.0.0.1:3000/im-callback
  im-callbacks doctor https://chat.example.com/im-callback --vendor tencent --sdk-app-id 1400000001
  im-callbacks doctor https://chat.example.com/im-callback --no-samples --json
  im-callbacks doctor http://127.0.0.1:3000/im-callback --traffic traffic.ndjson --handler onGroupMsg --handler beforeGroupMsg

It sends sample events, three of each command, and the handlers of the app run on them. They are marked: all users and
groups are called ${mark}, the text of the message says so, and OpenIM's operationID begins with doctor-. All else is asked with
a command that no vendor has, so that no handler runs. Without --vendor it tries both, and keeps to the one that answers.

Exits with 1 when it finds a problem; warnings do not count.`;

async function run(to: string, flags: DoctorFlags, command: Command): Promise<void> {
  const out = terminal(flags);
  const { vendor } = flags;
  if (vendor !== undefined) refuseIgnored(command, vendor);
  const commands = samplesFor(flags);
  const traffic = await trafficFor(flags);
  const signal = interrupted();
  if (commands.length > 0)
    out.note(
      `Sending marked sample events to ${shownUrl({ ...flags, to })}: handlers run on them (users and groups called ${mark}).`,
    );
  const diagnosis = await diagnose(
    { ...flags, to },
    vendor === undefined ? ['tencent', 'openim'] : [vendor],
    commands,
    signal,
  );
  if (signal.aborted) return;
  const findings = [...diagnosis.findings, ...traffic];
  const isBroken = findings.some(({ level }) => level === 'problem');
  process.exitCode = isBroken ? exitCode.notAsItShouldBe : exitCode.done;
  if (flags.json) return out.json({ url: shownUrl({ ...flags, to }), ...diagnosis, findings });
  printDiagnosis(out, { ...diagnosis, findings });
}

function samplesFor({ samples, command, vendor }: DoctorFlags): AnyCommand[] {
  if (!samples && command.length > 0) throw mistake('--command runs handlers, --no-samples runs none; leave one out');
  if (!samples) return [];
  return (command.length > 0 ? command : usual).flatMap((name) => {
    const { command: found } = oneCommandNamed(name, command.length > 0 ? vendor : undefined);
    return vendor === undefined || found.vendor === vendor ? [found] : [];
  });
}

async function trafficFor({ traffic, handler }: DoctorFlags): Promise<ReturnType<typeof checkTraffic>> {
  if (traffic === undefined && handler.length === 0) return [];
  if (traffic === undefined || handler.length === 0)
    throw mistake(
      '--traffic and --handler go together: im-callbacks record writes the file, and which handlers there are cannot be seen from outside',
    );
  for (const name of handler) checkHandler(name);
  return checkTraffic(handler, await readRecording(traffic));
}

function checkHandler(name: string): void {
  const handlers: string[] = [...new Set(catalogue.map(({ handler }) => handler))];
  if (handlers.includes(name)) return;
  const meant = nearestName(name, handlers);
  throw mistake(
    `there is no handler called ${name}; ${meant === undefined ? 'im-callbacks list shows all' : `did you mean ${meant}?`}`,
  );
}
