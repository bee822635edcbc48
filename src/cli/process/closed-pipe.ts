/** `im-callbacks list | head` closes the pipe when it has enough: that ends a command, unless others depend on it. */
const pipe = { closed: false, ends: true };

export function watchPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (pipe.ends) process.exit();
      if (stream === process.stdout) pipe.closed = true;
    });
  }
}

/** For a command that forwards traffic: it goes on, and checks `closed` before it writes. */
export function outlivePipes(): { readonly closed: boolean } {
  pipe.ends = false;
  return pipe;
}
