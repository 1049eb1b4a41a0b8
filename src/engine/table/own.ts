/**
 * The value a record holds under a name that came from a file: a column called "constructor" must not find
 * `Object.prototype.constructor`.
 */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
