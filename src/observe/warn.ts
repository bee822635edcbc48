const said = new Set<string>();

/** A warning of the process, once for each sentence; `node --disable-warning=ImCallbacksWarning` silences them. */
export function warnOnce(sentence: string): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  process.emitWarning(sentence, 'ImCallbacksWarning');
}
