/**
 * How a process of the command line ends: with one of the exit codes, by Ctrl-C, by a pipe that is closed. These two
 * errors are printed in one line without a stack; any other error is a fault of this program.
 */

import { type ExitCode, exitCode } from './exit-code';

/** The command line is wrong; the message says what to write instead. */
export const usageError = (message: string): Error => oneLineError(message, exitCode.mistake);

/** The command line is right, but something else is wrong: a Redis cannot be reached, a file is damaged. */
export const operationalError = (message: string): Error => oneLineError(message, exitCode.notAsItShouldBe);

/** The exit code of one of these errors; undefined for any other. */
export function exitCodeFor(error: unknown): ExitCode | undefined {
  return error instanceof Error ? exitCodes.get(error) : undefined;
}

const exitCodes = new WeakMap<Error, ExitCode>();

function oneLineError(message: string, code: ExitCode): Error {
  const error = new Error(message);
  exitCodes.set(error, code);
  return error;
}
