import type { Command } from 'commander';
import { nearestName } from '../../options/nearest-name';
import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { allCommands } from '../../vendors/commands';
import { commandLineOf, vendorNames } from '../command-lines';
import { checkTraffic } from '../doctor/check-traffic';
import { diagnose } from '../doctor/diagnose';
import { mark } from '../doctor/marked-sample';
import { printDiagnosis } from '../doctor/report';
import { oneCommandNamed } from '../options/command-names';
import { helpText } from '../options/help-text';
import { receiverUrl, type SenderFlags, timeoutOption } from '../options/sender-flags';
import { repeatable, vendorOption } from '../options/values';
import { addVendorFlags, refuseIgnored } from '../options/vendor-flags';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { usageError } from '../process/one-line-error';
import { readRecording } from '../recording/recording';
import { shownUrl } from '../secrets/shown-request';
import { terminal } from '../terminal/terminal';

interface DoctorFlags {
  readonly vendor?: Vendor;
  readonly command: string[];
  readonly samples: boolean;
  readonly traffic?: string;
  readonly handler: string[];
  readonly json?: boolean;
  readonly [flag: string]: unknown;
}

export function addDoctor(program: Command): void {
  const doctor = program
    .command('doctor')
    .argument('<url>', "the receiver's URL, as it is configured at the vendor", receiverUrl)
    .description('Find out why nothing arrives, or why nothing is stopped.')
    .addOption(vendorOption());
  addVendorFlags(doctor, { sending: false })
    .addOption(repeatable('--command <name>', 'try these handlers instead of those of group messages'))
    .option('--no-samples', 'send no sample events: no handler runs, and slow or failing ones are not found')
    .addOption(timeoutOption())
    .option('--traffic <file>', 'with --handler: a recording to hold the handlers against')
    .addOption(repeatable('--handler <name>', 'a handler of your app, e.g. onGroupMsg'))
    .option('--json', 'as JSON')
    .addHelpText('after', helpText('doctor', help))
    .action(run);
}

const help = {
  examples: [
    'im-callbacks doctor http://127.0.0.1:3000/im-callback',
    'im-callbacks doctor https://chat.example.com/im-callback --no-samples --json',
    'im-callbacks doctor http://127.0.0.1:3000/im-callback --traffic traffic.ndjson --handler onGroupMsg --handler beforeGroupMsg',
  ],
  notes: [
    `It sends sample events, three of each command, and the handlers of the app run on them. They are marked: all users and groups are called ${mark}, and the text of the message says so. All other questions use a command that no vendor has, so that no handler runs. Without --vendor it tries all vendors, and keeps to those in whose form the receiver answers and those whose token or secret is given.`,
  ],
  exits: 'Exits with 1 when it finds a problem; warnings do not count.',
};

async function run(to: string, flags: DoctorFlags, command: Command): Promise<void> {
  const out = terminal(flags);
  const { vendor } = flags;
  const asked: SenderFlags = { ...flags, to };
  if (vendor !== undefined) refuseIgnored(command, vendor);
  const commands = samplesFor(flags);
  const traffic = await trafficFor(flags);
  const signal = interrupted();
  if (commands.length > 0)
    out.note(
      `Sending marked sample events to ${shownUrl(asked)}: handlers run on them (users and groups called ${mark}).`,
    );
  const diagnosis = await diagnose(asked, vendor === undefined ? vendorNames : [vendor], commands, signal);
  if (signal.aborted) return;
  const findings = [...diagnosis.findings, ...traffic];
  const isBroken = findings.some(({ level }) => level === 'problem');
  process.exitCode = isBroken ? exitCode.notAsItShouldBe : exitCode.done;
  if (flags.json) return out.json({ url: shownUrl(asked), ...diagnosis, findings });
  printDiagnosis(out, { ...diagnosis, findings });
}

function samplesFor({ samples, command, vendor }: DoctorFlags): KnownCommand[] {
  if (!samples && command.length > 0)
    throw usageError('--command runs handlers, --no-samples runs none; leave one out');
  if (!samples) return [];
  if (command.length > 0) return command.map((name) => oneCommandNamed(name, vendor).command);
  // Whose handlers most apps have.
  const asked = vendor === undefined ? vendorNames : [vendor];
  const usual = asked.flatMap((name) => commandLineOf(name).doctor.samples);
  return usual.map((name) => oneCommandNamed(name).command);
}

async function trafficFor({ traffic, handler }: DoctorFlags): Promise<ReturnType<typeof checkTraffic>> {
  if (traffic === undefined && handler.length === 0) return [];
  if (traffic === undefined || handler.length === 0)
    throw usageError(
      '--traffic and --handler go together: im-callbacks record writes the file, and which handlers there are cannot be seen from outside',
    );
  for (const name of handler) checkHandler(name);
  return checkTraffic(handler, await readRecording(traffic));
}

function checkHandler(name: string): void {
  const handlers: string[] = [...new Set(allCommands.map(({ handler }) => handler))];
  if (handlers.includes(name)) return;
  const meant = nearestName(name, handlers);
  throw usageError(
    `there is no handler called ${name}; ${meant === undefined ? 'im-callbacks list shows all' : `did you mean ${meant}?`}`,
  );
}
