/**
 * The two families of error: `SosieError` is caused by what the user gave (expected, coded, translated, with the
 * place); anything else is a bug and is shown as E21.
 */

/** Where it happened. `row` is 1-based as in the user's file. Column names are data: shown, never copied to support. */
export interface ErrorPlace {
  readonly file?: string;
  readonly sheet?: string;
  readonly column?: string;
  readonly row?: number;
  readonly option?: string;
}

export interface CodedError {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly where: ErrorPlace;
}

/** An error caused by the input, with a code of the catalogue (`error.<code>`), its parameters and its place. */
export class SosieError extends Error implements CodedError {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly where: ErrorPlace;

  constructor(
    code: string,
    params: Readonly<Record<string, string | number>> = {},
    where: ErrorPlace = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'SosieError';
    this.code = code;
    this.params = params;
    this.where = where;
  }
}

/** Any thrown value as plain data that survives `structuredClone` between workers. */
export function toCodedError(error: unknown): CodedError {
  if (error instanceof SosieError) return { code: error.code, params: error.params, where: error.where };
  if (error instanceof Error && error.name === 'AbortError') return { code: 'E18', params: {}, where: {} };
  if (error instanceof RangeError && /allocation|array length/i.test(error.message)) {
    return { code: 'E17', params: {}, where: {} };
  }
  return { code: 'E21', params: {}, where: {} };
}
