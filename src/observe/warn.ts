import type { WarningCode } from './warning-guide';

const said = new Set<string>();

/**
 * A warning of the process, once for each sentence; `node --disable-warning=ImCallbacksWarning` silences them, and the code of one
 * silences that one. Default code: that of the inbox, which has most to say.
 */
export function warnOnce(sentence: string, code: WarningCode = 'IM_CALLBACKS_INBOX'): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  warn(sentence, code);
}

export function warn(sentence: string, code: WarningCode): void {
  const detail = `see express-im-callbacks/docs/errors.md#${code.toLowerCase()}`;
  process.emitWarning(sentence, { type: 'ImCallbacksWarning', code, detail });
}
