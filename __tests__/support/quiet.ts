/**
 * Hundreds of tests have a receiver fail on purpose, and most say nothing of `onFailure`: what it then writes to standard error would
 * bury what the runner says. The tests of these words run in processes of their own, or hand over a `write`.
 */
const write = process.stderr.write.bind(process.stderr);
process.stderr.write = ((text: string | Uint8Array, ...rest: []) =>
  String(text).startsWith('[express-im-callbacks]') || write(text, ...rest)) as typeof process.stderr.write;
