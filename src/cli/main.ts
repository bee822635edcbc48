#!/usr/bin/env node
import { CommanderError } from 'commander';
import { exitCode } from './exit-code';
import { isMistake } from './mistake';
import { program } from './program';

// `im-callbacks list | head` closes the pipe when it has enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

program()
  .parseAsync()
  .catch((error: unknown) => {
    // commander has said already what is wrong.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.mistake;
      return;
    }
    if (!isMistake(error)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = exitCode.mistake;
  });
