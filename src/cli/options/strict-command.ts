import { Command } from 'commander';

type Internals = {
  unknownOption(flag: string): void;
  missingMandatoryOptionValue(option: object): void;
};

const original = Command.prototype as unknown as Internals; // commander's documentation leaves them out

/** A command whose errors name the option that was mistyped, and never its value, which may be a secret. */
export class StrictCommand extends Command {
  override createCommand(name?: string): Command {
    return new StrictCommand(name);
  }

  unknownOption(flag: string): void {
    original.unknownOption.call(this, flag.split('=')[0] ?? flag);
  }

  /** Where `--to` is missing and `--tp` is there, the latter is the mistake. */
  missingMandatoryOptionValue(option: object): void {
    const unknown = this.args.find((arg) => /^-./.test(arg));
    if (unknown !== undefined) this.unknownOption(unknown);
    original.missingMandatoryOptionValue.call(this, option);
  }
}
