import { Command, type ErrorOptions } from 'commander';
import { nearestName } from '../../options/nearest-name';
import { commanderOutput } from '../terminal/terminal';

/** A command whose errors name the option that was mistyped, and never its value, which may be a secret. */
export class StrictCommand extends Command {
  constructor(name?: string) {
    super(name);
    this.configureOutput(commanderOutput);
  }

  override createCommand(name?: string): Command {
    return new StrictCommand(name);
  }

  override error(message: string, options?: ErrorOptions): never {
    // Where `--to` is missing and `--tp` is there, the latter is the mistake.
    const mayBeMistyped =
      options?.code === 'commander.unknownOption' || options?.code === 'commander.missingMandatoryOptionValue';
    const unknown = mayBeMistyped ? this.args.find((arg) => /^-./.test(arg)) : undefined;
    if (unknown === undefined) return super.error(message, options);
    const [flag = unknown] = unknown.split('=');
    const known = this.createHelp()
      .visibleOptions(this)
      .flatMap(({ long }) => long ?? []);
    // A shortened option means the longer one that starts with it, not another one with as many letters.
    const longer = known.find((one) => one.startsWith(`${flag}-`));
    const meant = flag.startsWith('--') ? (longer ?? nearestName(flag, known)) : undefined;
    const hint = meant === undefined ? '' : `\n(Did you mean ${meant}?)`;
    return super.error(`error: unknown option '${flag}'${hint}`, options);
  }
}
