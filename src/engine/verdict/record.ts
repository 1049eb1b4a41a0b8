/**
 * Who validates an export and, in quarantine, why it may leave all the same. Declared by the user, never verified.
 * Source: privacy.md 6.1 (SEC-EXP-1 to 3). Empty strings: not given.
 */
import type { Preset } from './decision.ts';

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
