/**
 * The words of a text, as the search index and the search box cut them. It goes to the browser as text, so it may use nothing
 * outside of itself.
 *
 * Chinese has no spaces: each two neighbouring characters are a word. `Intl.Segmenter` would cut by a dictionary, and that of
 * the browser is not that of the build. `onReadReceipt` is found by `ReadReceipt` and by `receipt`, too.
 */
export function searchWords(text) {
  const words = [];
  for (const [run] of text.matchAll(
    /\p{Script=Han}+|[\p{L}\p{N}\p{M}_$]+?(?=\p{Script=Han}|[^\p{L}\p{N}\p{M}_$]|$)/gu,
  )) {
    if (/^\p{Script=Han}/u.test(run)) {
      if (run.length === 1) words.push(run);
      for (let i = 0; i + 1 < run.length; i++) words.push(run.slice(i, i + 2));
      continue;
    }
    words.push(run);
    const parts = run.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_$]/).filter((part) => part.length > 1);
    if (parts.length > 1) words.push(...parts);
  }
  return words;
}
