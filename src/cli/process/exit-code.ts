/** What a script can tell by the exit code; `im-callbacks --help` lists them. */
export const exitCode = {
  done: 0,
  /** A callback failed, doctor found a problem, there was nothing to list or revive. */
  notAsItShouldBe: 1,
  /** The command line is wrong. */
  mistake: 2,
  /** Nothing failed, and a callback was refused or dropped. */
  refused: 3,
  /** Ended by Ctrl-C: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
