/** What stops the user: what happened, where, what can be done. Codes of `experience.md` section 5; E22 to E28 are ours. */
import type { Catalogue } from '../words.ts';

const instead: Readonly<Record<string, string>> = {
  password: 'This file is protected. Open it in Excel or LibreOffice and save a copy without password (.xlsx).',
  xls5: 'This is a very old Excel file (before Excel 97). Open it in Excel and save it as .xlsx or .csv.',
  xlsb: 'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx or .csv.',
  'xml-sheet': 'This is an Excel workbook saved as XML. Open it in Excel and save it as .xlsx or .csv.',
  numbers: 'This is a Numbers file. Export it from Numbers as Excel (.xlsx) or CSV.',
  stata:
    'This is a Stata file (.dta). In Stata, type: export delimited using "table.csv", datafmt. Then choose table.csv.',
  sas7bdat:
    'This is a SAS table (.sas7bdat). In SAS, run: proc export data=… outfile="table.csv" dbms=csv; run; and choose table.csv.',
  xpt: 'This is a SAS transport file (.xpt). In SAS, or in R with haven::read_xpt, write it as CSV, and choose that file.',
  'spss-portable': 'This is an SPSS portable file (.por). In SPSS, save it as .sav, and choose that file.',
  rds: 'This is an R file. In R, write the table with write.csv(table, "table.csv", row.names = FALSE), and choose that file.',
  feather1: 'This is a Feather file of the first version. Write it again as Feather 2, Parquet or CSV.',
  orc: 'This is an ORC file. Write it again as Parquet or CSV.',
  'parquet-encrypted': 'This Parquet file is encrypted. Write a copy without encryption, or as CSV.',
  access: 'This is an Access database. In Access, export the table as Excel (.xlsx).',
  sqlite: 'This is an SQLite database. Export the table as CSV, and choose that file.',
  dbase: 'This is a dBase file (.dbf). Open it in Excel or LibreOffice and save it as .xlsx.',
  html: 'This is a web page, whatever its name says: many tools name so what they export. Open it in Excel or LibreOffice and save it as .xlsx.',
  json: 'This is a JSON file. Export the table as CSV or Excel (.xlsx) instead: in REDCap, choose “CSV / Microsoft Excel”.',
  PDF: 'This is a PDF: its tables are drawings. Ask for the table they were made from, as Excel (.xlsx) or CSV.',
  document: 'This is a text document or a presentation. Copy its table into a spreadsheet, and save that as .xlsx.',
  zip: 'This is a zip. Unzip it, then choose the table inside.',
  gzip: 'This is a compressed file (.gz; the .rds and .RData of R are so too). Unpack it, or write the table as CSV from R, then choose the table.',
  archive: 'This is a compressed archive. Unpack it, then choose the table inside.',
};

const unreadable = {
  nested: 'holds lists or records, not single values.',
  binary: 'holds bytes that are no text.',
  encoding: 'is stored in a rare way that is not read here.',
} as Record<string, string> & { nested: string };

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
  E23: 'This file is damaged or incomplete (an interrupted copy, perhaps). Copy it again, or export it again from where it was made.',
  E24: ({ kind }) =>
    `This is not a table${kind === 'binary' ? '' : ` (${kind} file)`}, whatever its name says. Choose an Excel (.xlsx) or CSV file, or another that is read: .xls, .ods, .sav, .parquet, .arrow.`,
  E25: ({ megabytes }, { number }) =>
    `This file would unfold to ${number(megabytes)} MB, more than can be held or far more than its size: it was not opened. Save it again, or export the table as CSV.`,
  E26: 'This workbook holds definitions that no spreadsheet writes (XML entities): it was not opened. Save it again in Excel.',
  E27: ({ value }) => `There is no sheet “${value}” in this workbook. Choose one of its sheets.`,
  E28: ({ value }) => `The encoding “${value}” is not known. Choose one of those proposed.`,
  E80: ({ column, kind }) =>
    `The column “${column}” ${unreadable[String(kind)] ?? unreadable.nested} Write the file again with one value a cell, or as CSV.`,
} satisfies Catalogue;
