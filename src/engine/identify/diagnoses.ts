/** Codes of diseases that few patients share. Source: privacy.md 8 (ICD-10 and ORPHA codes held by fewer than 11). */
import type { DistinctValues } from './values.ts';

const icd10 = /^[A-Z]\d{2}(?:\d{1,2}|\.[\dX]{1,4}[A-Z]?)?[*†+]?$/;
const orphanet = /^ORPHA[: ]?\d{1,6}$/i;

const mostCodes = 0.8;
const fewestCodes = 3;
/** Codes that are nearly all different number the rows, whatever they look like. */
const mostDistinct = 0.9;

/** Whether the values are codes of diseases; codes of one letter and no point may be anything without a header. */
export function areDiagnoses({ texts, present, distinct }: DistinctValues, announced: boolean): boolean {
  if (texts.length < fewestCodes || (!announced && distinct > present * mostDistinct)) return false;
  const codes = texts.filter((text) => text.length <= 12 && (icd10.test(text) || orphanet.test(text)));
  if (codes.length < texts.length * mostCodes) return false;
  if (announced) return true;
  return (
    new Set(codes.map((code) => code[0]!)).size > 1 ||
    codes.some((code) => code.includes('.')) ||
    orphanet.test(codes[0]!)
  );
}

/** Codes that fewer patients than `floor` hold. */
export const rareCodes = ({ texts, counts }: DistinctValues, floor: number): string[] =>
  texts.filter((_, i) => counts[i]! < floor);
