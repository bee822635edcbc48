export interface Rule {
  readonly reason: string;
  /** Checks all readable text of a message: captions, names of files, forwarded messages. */
  readonly breaks: (text: string) => boolean;
}

const longest = 5000;

/** Why a message is refused. Its author sees the reason. */
export function moderation(blockedWords: readonly string[]): readonly Rule[] {
  return [
    { reason: `a message has ${longest} characters at most`, breaks: (text) => text.length > longest },
    { reason: 'a word in it is not welcome here', breaks: (text) => holdsAny(text, blockedWords) },
  ];
}

/** NFKC and without invisible characters, so that `ｓｐａｍ` and `sp\u200bam` read as they look. */
function holdsAny(text: string, words: readonly string[]): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  return words.some((word) => plain.includes(word));
}
