/** What stops the user: what happened, where, what can be done. Codes of `experience.md` section 5; E22 to E28 are ours. */
import type { Catalogue } from '../words.ts';

const instead: Readonly<Record<string, string>> = {
  password: 'This Excel file is protected. Open it in Excel and save a copy without password (.xlsx).',
  xls: 'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx or .csv.',
  xlsb: 'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx or .csv.',
  ods: 'This is an OpenDocument file (.ods). Open it in LibreOffice and save it as .xlsx or .csv.',
  numbers: 'This is a Numbers file. Export it from Numbers as Excel (.xlsx) or CSV.',
};

export const errors = {
  E01: ({ rows, k }, { plural, number }) =>
    `Your file has ${plural(rows, { one: '# row', other: '# rows' })}: too few for k = ${number(k)}. Choose a smaller k, or another file.`,
  E02: ({ rows, points }, { plural, number }) =>
    `With ${plural(rows, { one: '# row', other: '# rows' })}, the measures move by ${number(points, { maximumFractionDigits: 1 })} ${Number(points) === 1 ? 'point' : 'points'} for a single patient: no verdict is reliable.`,
  E13: ({ kind }) =>
    instead[String(kind)] ??
    'This format cannot be read. Save the table as Excel (.xlsx) or CSV, then choose that file.',
  E16: ({ cells, bytes, needed, offered }, { number }) => {
    const one = { maximumFractionDigits: 1 };
    const size =
      cells === undefined
        ? `${number(Number(bytes) / 1e6, one)} MB`
        : `${number(Number(cells) / 1e6, one)} million cells`;
    const memory =
      needed === undefined
        ? ''
        : ` About ${number(needed, one)} GB are needed, and ${number(offered, one)} GB can be used here.`;
    return `The file is too large: ${size}.${memory} Take a sample, or fewer columns.`;
  },
  E17: 'The computation stopped (memory). Your settings are kept. Try again, with fewer columns if it happens again.',
  E18: 'Computation cancelled. Nothing has changed.',
  E19: ({ missed, total }, { number }) =>
    Number(missed) === 1
      ? `1 of ${number(total)} criteria is not met. See how to improve it.`
      : `${number(missed)} of ${number(total)} criteria are not met. See how to improve each of them.`,
  E20: ({ reason }) =>
    `This measure does not apply to this file${reason === undefined ? '' : `: ${reason}`}. It does not count as met.`,
  E21: 'Unexpected error of the application (not of your file). Try again; the detail to copy holds no data.',
  E22: 'There is no data in this file: it is empty, or holds blanks only. Choose another file or another sheet.',
  E23: 'This workbook is damaged or incomplete (an interrupted copy, perhaps). Copy it again, or save it again in Excel.',
  E24: ({ kind }) =>
    `This is not a table${kind === 'binary' ? '' : ` (${kind} file)`}, whatever its name says. Choose an Excel (.xlsx) or CSV file.`,
  E25: ({ megabytes }, { number }) =>
    `This workbook would unfold to ${number(megabytes)} MB, far more than its size: it was not opened. Save it again in Excel, or export the sheet as CSV.`,
  E26: 'This workbook holds definitions that no spreadsheet writes (XML entities): it was not opened. Save it again in Excel.',
  E27: ({ value }) => `There is no sheet “${value}” in this workbook. Choose one of its sheets.`,
  E28: ({ value }) => `The encoding “${value}” is not known. Choose one of those proposed.`,
} satisfies Catalogue;
