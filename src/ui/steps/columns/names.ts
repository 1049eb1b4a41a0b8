/** A set that is replaced, never changed: one thing for the page to watch. */
export const setOf = (names: Iterable<string>): ReadonlySet<string> => new Set(names);
