#!/usr/bin/env node
import { CommanderError } from 'commander';
import { isMistake } from './options/mistake';
import { watchPipes } from './process/closed-pipe';
import { exitCode } from './process/exit-code';
import { isTrouble } from './process/trouble';
import { program } from './program';

watchPipes();

program()
  .parseAsync()
  .catch((error: unknown) => {
    // commander has said already what is wrong.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.mistake;
      return;
    }
    if (!isMistake(error) && !isTrouble(error)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = isMistake(error) ? exitCode.mistake : exitCode.notAsItShouldBe;
  });
