/**
 * What would act on a terminal, or make a line read as another one: control characters (C0, DEL and C1, which some terminals
 * take for an escape sequence by themselves), separators of lines and paragraphs, and those that turn the direction of writing.
 */
const acting = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in one line that does nothing to a terminal: what would is shown as in JSON, `\u001b`. */
export function harmless(text: string): string {
  return text.replaceAll(acting, (character) => short[character] ?? escaped(character));
}

/** A value as JSON in one line, with the same escapes; JSON itself leaves C1 and the directions as they are. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(acting, escaped);
}

/** All of them are in Unicode's first plane. */
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
