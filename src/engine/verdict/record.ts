/**
 * Who validates an export and, in quarantine, why it may leave all the same. Declared by the user, never verified.
 * Source: privacy.md 6.1 (SEC-EXP-1 to 3). Empty strings: not given.
 */
import type { Decision, Preset } from './decision.ts';

export interface ExportRecord {
  readonly preset: Preset;
  readonly validator: string;
  readonly validatorFunction: string;
  readonly derogation: Derogation | null;
}

export interface Derogation {
  /** "Specifically trained and authorised" (SEC-EXP-3). */
  readonly trained: boolean;
  /** Reference of the re-identification risk study (SEC-EXP-1). */
  readonly riskStudy: string;
  /** At least 100 characters. */
  readonly justification: string;
  readonly recipients: string;
  /** Ids of the serious lines, ticked one by one. */
  readonly accepted: readonly string[];
}

/** What a record can lack, in the order of the form; keys its sentence, `gap.<code>` of the policy. */
export const recordGapKinds = [
  'preset',
  'validator',
  'validator-function',
  'trained',
  'risk-study',
  'justification',
  'recipients',
  'serious-lines',
] as const;
export type RecordGap = (typeof recordGapKinds)[number];

/** What the name of the file, its first sheet and the report must carry. */
export type ExportMark = 'validated' | 'not-validated' | 'derogation' | 'demo';

/** Characters of a justification, blanks in a row counted once. */
export const shortestJustification = 100;

const given = (text: string): boolean => text.trim() !== '';

export const justificationLength = (text: string): number => [...text.trim().replace(/\s+/gu, ' ')].length;

/** Ids of the serious lines that nobody ticked, in the order of the decision. */
export function unacceptedLines(decision: Decision, record: ExportRecord | null): string[] {
  const accepted = new Set(record?.derogation?.accepted);
  return decision.lines.filter(({ id, state }) => state === 'serious' && !accepted.has(id)).map(({ id }) => id);
}

/**
 * Which required fields of the record are missing. Every file asks for a validator and his function, and a record made for
 * the preset that was decided on; a file in quarantine, for the whole derogation. Demonstration files ask for nothing.
 */
export function recordGaps(decision: Decision, record: ExportRecord | null): RecordGap[] {
  if (decision.state === 'teaching') return [];
  const derogation = record?.derogation;
  const gaps: Record<RecordGap, boolean> = {
    preset: record === null || record.preset !== decision.preset,
    validator: !given(record?.validator ?? ''),
    'validator-function': !given(record?.validatorFunction ?? ''),
    trained: derogation?.trained !== true,
    'risk-study': !given(derogation?.riskStudy ?? ''),
    justification: justificationLength(derogation?.justification ?? '') < shortestJustification,
    recipients: !given(derogation?.recipients ?? ''),
    'serious-lines': unacceptedLines(decision, record).length > 0,
  };
  const always: readonly RecordGap[] = ['preset', 'validator', 'validator-function'];
  return recordGapKinds.filter((gap) => gaps[gap] && (decision.state !== 'exportable' || always.includes(gap)));
}

/**
 * Whether the file may be written at all: never when blocked, in quarantine once the record is complete. An exportable file
 * may be written without a validator: its name then says so (`exportMark`).
 */
export function mayExport(decision: Decision, record: ExportRecord | null): boolean {
  if (decision.state === 'blocked') return false;
  return decision.state !== 'quarantine' || recordGaps(decision, record).length === 0;
}

/** The mark of a file that may be written (`mayExport`); `not-validated`, the one that warns, for any other. */
export function exportMark(decision: Decision, record: ExportRecord | null): ExportMark {
  if (decision.state === 'teaching') return 'demo';
  if (decision.state === 'blocked' || recordGaps(decision, record).length > 0) return 'not-validated';
  return decision.state === 'quarantine' ? 'derogation' : 'validated';
}
