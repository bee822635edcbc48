export interface Rule {
  readonly reason: string;
  /** Asked about everything that there is to read in a message: captions, names of files, what it forwards. */
  readonly breaks: (text: string) => boolean;
}

const longest = 5000;

/** What a message must not be. The reason reaches its author. */
export function moderation(blockedWords: readonly string[]): readonly Rule[] {
  return [
    { reason: `a message has ${longest} characters at most`, breaks: (text) => text.length > longest },
    { reason: 'a word in it is not welcome here', breaks: (text) => holdsAny(text, blockedWords) },
  ];
}

/** NFKC and without what cannot be seen, so that `ｓｐａｍ` and `sp\u200bam` are what they look like. */
function holdsAny(text: string, words: readonly string[]): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
  return words.some((word) => plain.includes(word));
}
