/** What is typed about an export, and the record made of it. Pure. */
import type { ExportRecord, Preset } from '../../workers/protocol.ts';

export interface RecordFields {
  validator: string;
  validatorFunction: string;
  trained: boolean;
  riskStudy: string;
  recipients: string;
  justification: string;
  /** Ids of the serious lines ticked. */
  accepted: readonly string[];
  /** A file of this table left during this visit. */
  released: boolean;
}

export const emptyFields: RecordFields = {
  validator: '',
  validatorFunction: '',
  trained: false,
  riskStudy: '',
  recipients: '',
  justification: '',
  accepted: [],
  released: false,
};

/** What the fields were filled in about: a file, and what was decided of it. */
export interface Subject {
  readonly file: string;
  readonly decision: string;
}

/** Another file empties the form. Another run or breadth takes the ticks back: they were given to other lines. */
export function carriedOver(fields: RecordFields, former: Subject, next: Subject): RecordFields {
  if (former.file !== next.file) return { ...emptyFields };
  return former.decision === next.decision ? fields : { ...fields, accepted: [] };
}

export function withAccepted(accepted: readonly string[], line: string, on: boolean): readonly string[] {
  const others = accepted.filter((id) => id !== line);
  return on ? [...others, line] : others;
}

/** The record as the engine takes it; a derogation only where the file is in quarantine. */
export function recordOf(fields: RecordFields, preset: Preset, quarantine: boolean): ExportRecord {
  const { validator, validatorFunction, trained, riskStudy, justification, recipients, accepted } = fields;
  return {
    preset,
    validator: validator.trim(),
    validatorFunction: validatorFunction.trim(),
    derogation: quarantine
      ? {
          trained,
          riskStudy: riskStudy.trim(),
          justification: justification.trim(),
          recipients: recipients.trim(),
          accepted: [...accepted],
        }
      : null,
  };
}
