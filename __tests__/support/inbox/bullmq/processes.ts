import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Another process with an inbox of its own, as built: one that accepts, or one that works. */
export interface OtherProcess {
  readonly child: ChildProcess;
  /** Resolves with what it says first; rejects when it ends before. */
  readonly word: Promise<unknown>;
  kill(): Promise<void>;
  /** Drains it, and lets it end. */
  end(): Promise<void>;
}

const program = join(__dirname, 'process.js');

/** Accepts `count` deliveries in turn over `conversations`, numbered, and says `accepted`. */
export function acceptor(url: string, name: string, count: number, conversations: number): OtherProcess {
  return start(['accept', url, name, String(count), String(conversations)]);
}

/** Handles, and pushes `<what> <key>` to the Redis list `log` before and after each; says `working` when it has begun. */
export function worker(url: string, name: string): OtherProcess {
  return start(['work', url, name]);
}

/** Holds up to eight deliveries for ever, and ends when nothing keeps it alive after its end. */
export function hanger(url: string): OtherProcess {
  return start(['hang', url, 'h']);
}

function start(args: readonly string[]): OtherProcess {
  const child = fork(program, args);
  const word = new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code, signal) => reject(new Error(`the process ended with ${signal ?? code}`)));
  });
  word.catch(() => {}); // the caller gets it
  const gone = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return {
    child,
    word,
    kill() {
      child.kill('SIGKILL');
      return gone();
    },
    end() {
      if (child.connected) child.send('end');
      return gone();
    },
  };
}
