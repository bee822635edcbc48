import type { Command } from 'commander';
import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { commandLineOf, vendorNames } from '../command-lines';
import { appHandlers } from '../doctor/app-handlers';
import { checkConfig } from '../doctor/check-config';
import { checkTraffic } from '../doctor/check-traffic';
import { type Diagnosis, diagnose } from '../doctor/diagnose';
import type { Finding } from '../doctor/finding';
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
import { type Terminal, terminal } from '../terminal/terminal';

interface DoctorFlags {
  readonly vendor?: Vendor;
  readonly command: string[];
  readonly samples: boolean;
  readonly traffic?: string;
  readonly config?: string;
  readonly app?: string;
  readonly handler: string[];
  readonly json?: boolean;
  readonly [flag: string]: unknown;
}

export function addDoctor(program: Command): void {
  const doctor = program
    .command('doctor')
    .argument('[url]', "the receiver's URL, as it is configured at the vendor", receiverUrl)
    .description('Find out why callbacks do not arrive, or why refusals have no effect.')
    .addOption(vendorOption());
  addVendorFlags(doctor, { sending: false })
    .addOption(repeatable('--command <name>', 'try these handlers instead of those of group messages'))
    .option('--no-samples', 'send no sample events: no handler runs, and doctor cannot find slow or failing ones')
    .addOption(timeoutOption())
    .option('--traffic <file>', 'a recording to compare with the handlers of --handler or --app')
    .option(
      '--config <file>',
      "the vendor's configuration: webhooks.yml, or what get_callback answered; without a URL, doctor checks only this",
    )
    .addOption(repeatable('--handler <name>', 'a handler of your app, e.g. onGroupMsg'))
    .option('--app <module>', 'take the handlers from this module; it runs in a separate process')
    .option('--json', 'as JSON')
    .addHelpText('after', helpText('doctor', help))
    .action(run);
}

const help = {
  examples: [
    'im-callbacks doctor http://127.0.0.1:3000/im-callback',
    'im-callbacks doctor https://chat.example.com/im-callback --no-samples --json',
    'im-callbacks doctor --config webhooks.yml --handler onGroupMsg --handler beforeGroupMsg',
    'im-callbacks doctor http://127.0.0.1:3000/im-callback --traffic traffic.ndjson --handler onGroupMsg --handler beforeGroupMsg',
  ],
  notes: [
    `doctor sends sample events, three of each command, and the handlers of the app run on them. The events are marked: all users and groups are called ${mark}, and the text of the message says so. All other requests use a command that no vendor has, so that no handler runs. Without --vendor, doctor tries all vendors. It reports on those in whose form the receiver answers, and on those whose token or secret you give.`,
    '--config finds settings that are misspelt, belong to another version, are off, or are on without a handler. Without handlers it finds only the first two.',
  ],
  exits: 'Exits with 1 when it finds a problem; warnings do not count.',
};

async function run(to: string | undefined, flags: DoctorFlags, command: Command): Promise<void> {
  const out = terminal(flags);
  const { vendor, config } = flags;
  if (to === undefined && config === undefined)
    throw usageError("write the receiver's URL, e.g. http://127.0.0.1:3000/im-callback, or give --config a file");
  if (vendor !== undefined) refuseIgnored(command, vendor);
  const offline = await findingsOffline(to, flags);
  const signal = interrupted();
  const diagnosis = to === undefined ? uncalled : await examined({ ...flags, to }, flags, out, signal);
  if (signal.aborted) return;
  const findings = [...diagnosis.findings, ...offline];
  const isBroken = findings.some(({ level }) => level === 'problem');
  process.exitCode = isBroken ? exitCode.notAsItShouldBe : exitCode.done;
  if (flags.json) return out.json({ ...(to && { url: shownUrl({ ...flags, to }) }), ...diagnosis, findings });
  printDiagnosis(out, { ...diagnosis, findings });
}

/** Without a URL, doctor calls no receiver. */
const uncalled: Diagnosis = { vendors: [], leftOut: [], latencyMs: {}, findings: [] };

function examined(asked: SenderFlags, flags: DoctorFlags, out: Terminal, signal: AbortSignal): Promise<Diagnosis> {
  const commands = samplesFor(flags);
  if (commands.length > 0)
    out.note(
      `Sending marked sample events to ${shownUrl(asked)}: handlers run on them (users and groups called ${mark}).`,
    );
  return diagnose(asked, flags.vendor === undefined ? vendorNames : [flags.vendor], commands, signal);
}

/** What a recording and a configuration show, compared with the handlers. */
async function findingsOffline(to: string | undefined, flags: DoctorFlags): Promise<Finding[]> {
  const { traffic, config, handler, app } = flags;
  const isNamed = handler.length > 0 || app !== undefined;
  if (traffic === undefined && config === undefined && !isNamed) return [];
  if (traffic === undefined && config === undefined) throw usageError(`${together}, or give --config`);
  if (traffic !== undefined && !isNamed) throw usageError(together);
  const handlersOf = await appHandlers(handler, app);
  return [
    ...(traffic === undefined ? [] : checkTraffic(handlersOf() ?? [], await readRecording(traffic))),
    ...(config === undefined ? [] : checkConfig(config, { ...flags, ...(to !== undefined && { to }) }, handlersOf)),
  ];
}

const together =
  '--traffic and --handler go together: im-callbacks record writes the file, and doctor cannot see your handlers from outside';

function samplesFor({ samples, command, vendor }: DoctorFlags): KnownCommand[] {
  if (!samples && command.length > 0)
    throw usageError('--command runs handlers, --no-samples runs none; leave one out');
  if (!samples) return [];
  if (command.length > 0) return command.map((name) => oneCommandNamed(name, vendor).command);
  // Most apps have handlers for these commands.
  const asked = vendor === undefined ? vendorNames : [vendor];
  const usual = asked.flatMap((name) => commandLineOf(name).doctor.samples);
  return usual.map((name) => oneCommandNamed(name).command);
}
