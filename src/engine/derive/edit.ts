/** Steps from one value of the reading options to the next: adding a computation, taking it back. Pure. */
import type { ReadOptions } from '../read/types.ts';
import { own } from '../table/own.ts';
import type { Fix } from '../table/schema.ts';
import type { Derivation, RowRule } from './types.ts';

type DeriveFix = Extract<Fix, { kind: 'derive' }>;
type OneRowFix = Extract<Fix, { kind: 'derive' | 'underive' | 'one-row-per-patient' }>;

/** Adds a computation to a column of the file, which takes the name of the fix; one of the same kind is replaced. */
export function withDerivation(
  options: ReadOptions,
  { column, name, derivation }: Omit<DeriveFix, 'kind'>,
): ReadOptions {
  const former = own(options.derived, column)?.steps ?? [];
  const at = former.findIndex(({ kind }) => kind === derivation.kind);
  const steps = at < 0 ? [...former, derivation] : former.map((step, i) => (i === at ? derivation : step));
  return { ...options, derived: { ...options.derived, [column]: { name, steps } } };
}

/** The column of the file as it is, without any computation. */
export function withoutDerivation(options: ReadOptions, column: string): ReadOptions {
  if (own(options.derived, column) === undefined) return options;
  const { derived, ...rest } = options;
  const left = Object.entries(derived ?? {}).filter(([name]) => name !== column);
  return left.length === 0 ? rest : { ...rest, derived: Object.fromEntries(left) };
}

/** One row a patient by this rule; `null`: all the rows of the file. */
export function withRowRule(options: ReadOptions, rule: RowRule | null): ReadOptions {
  const { rows: _, ...rest } = options;
  return rule === null ? rest : { ...rest, rows: rule };
}

/** The options once one of these fixes is applied. */
export function withDeriveFix(options: ReadOptions, fix: OneRowFix): ReadOptions {
  switch (fix.kind) {
    case 'derive':
      return withDerivation(options, fix);
    case 'underive':
      return withoutDerivation(options, fix.column);
    case 'one-row-per-patient':
      return withRowRule(options, fix.rule);
  }
}

/** Whether the options already say what the fix would. */
export function isDeriveFixInForce(options: ReadOptions, fix: OneRowFix): boolean {
  switch (fix.kind) {
    case 'derive': {
      const { name, steps = [] } = own(options.derived, fix.column) ?? {};
      return name === fix.name && steps.some((step) => sameDerivation(step, fix.derivation));
    }
    case 'underive':
      return own(options.derived, fix.column) === undefined;
    case 'one-row-per-patient':
      return canonical(options.rows ?? null) === canonical(fix.rule);
  }
}

export const sameDerivation = (a: Derivation, b: Derivation): boolean => canonical(a) === canonical(b);

/** The same text for the same value, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
