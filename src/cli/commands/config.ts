import { type Command, Option } from 'commander';
import { type TargetUrl, targetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import type { Found } from '../../vendors/vendor-doctor';
import type { Advice } from '../../vendors/vendor-set-up';
import { commandLineOf, labelOf } from '../command-lines';
import { helpText } from '../options/help-text';
import { receiverUrl, type SenderFlags } from '../options/sender-flags';
import { vendorOption } from '../options/values';
import { addVendorFlags, refuseIgnored, secretValuesIn } from '../options/vendor-flags';
import { exitCode } from '../process/exit-code';
import { usageError } from '../process/one-line-error';
import { concealedIn, concealer } from '../secrets/conceal';
import { printAdvice, printPart } from '../set-up/print-advice';
import { readApp } from '../set-up/read-app';
import { wantedCommands } from '../set-up/wanted';
import { type Terminal, terminal } from '../terminal/terminal';

interface ConfigFlags {
  readonly vendor?: Vendor;
  readonly url: string;
  readonly app?: string;
  readonly part?: string;
  readonly showSecret?: boolean;
  readonly json?: boolean;
  readonly [flag: string]: unknown;
}

export function addConfig(program: Command): void {
  const config = program
    .command('config')
    .argument('[handlers...]', 'handlers of your app, e.g. onGroupMsg beforeGroupMsg')
    .description('Print what you must set at the vendors for your handlers: files, switches, REST.')
    .addOption(vendorOption())
    .addOption(
      new Option('--url <url>', 'the URL under which the vendor reaches the receiver')
        .default('https://chat.example.com/im-callback')
        .argParser(receiverUrl),
    );
  addVendorFlags(config, { sending: false, calling: false })
    .option('--app <module>', 'take the handlers from this module; it runs in a separate process')
    .option('--part <name>', 'print only this, to be copied: webhooks.yml, live_config …')
    .option('--show-secret', 'print secrets instead of placeholders')
    .option('--json', 'as JSON')
    .addHelpText('after', helpText('config', help))
    .action(run);
}

const help = {
  examples: ['im-callbacks config --app ./dist/app.js --url https://chat.example.com/im-callback'],
  notes: [
    '--app loads the module in a separate process, with the environment of this command. It takes the receivers that the module exports (the result of imCallbacks, its options, or the Express app), or else those that it makes.',
  ],
  exits: 'Exits with 1 when the vendor never calls one of the handlers.',
};

/** What must be set at one vendor. */
interface AdviceOf extends Advice {
  readonly vendor: Vendor;
  /** Warnings about the URL itself. */
  readonly warnings: readonly Found[];
}

async function run(handlers: string[], flags: ConfigFlags, command: Command): Promise<void> {
  const out = terminal(flags);
  if (flags.vendor !== undefined) refuseIgnored(command, flags.vendor);
  const advice = await adviceFor(handlers, flags, out);
  const isLacking = advice.some(({ silent }) => silent.length > 0);
  process.exitCode = isLacking ? exitCode.notAsItShouldBe : exitCode.done;
  if (flags.part !== undefined) return printPart(out, partNamed(flags.part, advice));
  if (flags.json) return out.json(advice);
  for (const { vendor, warnings, ...one } of advice) printAdvice(out, labelOf(vendor), one, warnings);
}

async function adviceFor(names: readonly string[], flags: ConfigFlags, out: Terminal): Promise<AdviceOf[]> {
  const { app, vendor, showSecret = false, url } = flags;
  if (app === undefined && names.length === 0)
    throw usageError('name the handlers of your app, e.g. onGroupMsg, or its module with --app');
  const asked: SenderFlags = { ...flags, to: url };
  if (showSecret && secretValuesIn(asked).length === 0)
    throw usageError('--show-secret has no secret to show: give one in the environment or on the command line');
  if (app !== undefined) out.note(`Running ${app} in a process of its own, until it is loaded.`);
  const wanted = wantedCommands(names, app === undefined ? [] : await readApp(app), vendor);
  if (wanted.size === 0) throw usageError(`${app} has no handlers${vendor === undefined ? '' : ` of ${vendor}`}`);
  const conceal = showSecret ? undefined : concealer({ ...asked, to: originOf(url) });
  return [...wanted].map(([one, commands]) => {
    const { setUp, doctor } = commandLineOf(one);
    const advice = setUp.write({ commands, flags: asked, showsSecrets: showSecret });
    // as: checked when the command line was read.
    const warnings = doctor.checkUrl({ flags: asked, url: targetUrl(url) as TargetUrl });
    const whole = { vendor: one, ...advice, warnings };
    return conceal === undefined ? whole : concealedIn(whole, conceal);
  });
}

/** Hides only the login in the URL: the user asked for its path. */
const originOf = (url: string) => url.replace(/^([a-z]+:\/\/[^/?#]+).*$/is, '$1');

function partNamed(name: string, advice: readonly AdviceOf[]) {
  const parts = advice.flatMap((one) => one.parts);
  const part = parts.find((one) => one.name === name);
  if (part !== undefined) return part;
  throw usageError(`there is no part ${name}; there are: ${parts.map((one) => one.name).join(', ') || 'none'}`);
}
