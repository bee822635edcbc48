/** `1 callback`, `2 callbacks`. */
export const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;

const joined = (type: Intl.ListFormatType) => (names: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type }).format(names);

/** `a, b and c`. */
export const and = joined('conjunction');

/** `a, b or c`. */
export const or = joined('disjunction');
