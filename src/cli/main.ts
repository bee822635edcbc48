#!/usr/bin/env node
import { CommanderError } from 'commander';
import { watchPipes } from './process/closed-pipe';
import { exitCode } from './process/exit-code';
import { exitCodeFor } from './process/one-line-error';
import { program } from './program';
import { printError, printFault } from './terminal/terminal';

watchPipes();

// A fault of this program. Its message may quote what a stranger sent, and Node would print it as it is.
process.on('uncaughtException', (error: unknown) => {
  printFault(error);
  process.exit(exitCode.notAsItShouldBe);
});

program()
  .parseAsync()
  .catch((error: unknown) => {
    // commander has already said what is wrong.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.mistake;
      return;
    }
    const code = exitCodeFor(error);
    if (code === undefined) throw error;
    printError((error as Error).message); // only errors have a code
    process.exitCode = code;
  });
