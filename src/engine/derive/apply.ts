/** Computations asked of the columns of a file, made one after the other. A column whose computation fails stays as it is. */
import type { ColumnRole } from '../table/schema.ts';
import { countMissing, type Column } from '../table/table.ts';
import type { DeriveContext, Refusal } from './definition.ts';
import { definitionOf, derivations } from './registry.ts';
import type { DerivationKind, DerivedColumn } from './types.ts';

/** One computation made, or refused. */
export interface StepOutcome {
  readonly kind: DerivationKind;
  /** Why it was not made; `null` when it was. */
  readonly refused: Refusal | null;
  /** Cells that were present and became missing. */
  readonly lost: number;
}

export interface Stepped {
  readonly column: Column;
  readonly outcomes: readonly StepOutcome[];
}

/** Makes the steps of one phase on one column. The first refusal ends them: the next ones expect its result. */
export function applySteps(
  column: Column,
  { steps }: DerivedColumn,
  phase: 'rows' | 'patients',
  context: DeriveContext,
): Stepped {
  let current = column;
  const outcomes: StepOutcome[] = [];
  for (const step of steps) {
    if (definitionOf(step).phase !== phase) continue;
    const result = definitionOf(step).apply(current, step, context);
    if (typeof result === 'string') {
      outcomes.push({ kind: step.kind, refused: result, lost: 0 });
      break;
    }
    outcomes.push({ kind: step.kind, refused: null, lost: countMissing(result) - countMissing(current) });
    current = result;
  }
  return { column: current, outcomes };
}

/** The role that the computations made propose: that of the last one that proposes any. */
export const proposedRole = (outcomes: readonly StepOutcome[]): ColumnRole | null =>
  outcomes.reduce<ColumnRole | null>(
    (role, { kind, refused }) => (refused === null ? (derivations[kind].role ?? role) : role),
    null,
  );
