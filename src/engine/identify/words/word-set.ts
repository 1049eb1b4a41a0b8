/** The words of some texts, as a set. Written in lower case and without accents, as {@link foldText} gives them. */
export const wordSet = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== ''));

/** The same for expressions of several words, separated by commas. */
export const phraseSet = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.split(',')).map((phrase) => phrase.trim().replace(/\s+/g, ' ')));
