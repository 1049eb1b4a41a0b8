/** Files that are not read are known by their first bytes, and each says what to export instead, in both languages. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toCodedError } from '../../../src/engine/errors.ts';
import { sniffFormat } from '../../../src/engine/read/sniff.ts';
import { errors as english } from '../../../src/engine/words/en/errors.ts';
import { errors as french } from '../../../src/engine/words/fr/errors.ts';
import { say, speakers } from '../../../src/engine/words/words.ts';

/** Characters below 256 as bytes, with something after them. */
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text + '\0'.repeat(600), (letter) => letter.charCodeAt(0));
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

const refused: readonly (readonly [kind: string, bytes: Uint8Array, fileName: string, said: RegExp])[] = [
  ['stata', bytesOf('<stata_dta><header>'), 'a.dta', /export delimited/],
  ['stata', bytesOf('\x72\x02\x01\0'), 'old.dta', /export delimited/],
  ['sas7bdat', bytesOf('\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60'), 'a.sas7bdat', /proc export/],
  ['xpt', bytesOf('HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!'), 'a.xpt', /read_xpt/],
  ['spss-portable', bytesOf('ASCII SPSS PORT FILE'), 'a.por', /\.sav/],
  ['rds', bytesOf('RDX3\nX\n'), 'a.rda', /write\.csv/],
  ['gzip', bytesOf('\x1f\x8b\x08'), 'a.rds', /CSV/],
  ['feather1', bytesOf('FEA1'), 'a.feather', /Feather 2/],
  ['sqlite', bytesOf('SQLite format 3\0'), 'a.db', /CSV/],
  ['access', bytesOf('\0\x01\0\0Standard ACE DB'), 'a.accdb', /\.xlsx/],
  ['dbase', bytesOf('\x03\x7b\x01\x01'), 'a.dbf', /\.xlsx/],
  ['xls5', bytesOf('\x09\x04\x06\0\0\0'), 'a.xls', /\.xlsx/],
  ['PDF', bytesOf('%PDF-1.7'), 'a.pdf', /\.xlsx/],
  ['document', zip('[Content_Types].xml', 'word/document.xml'), 'a.docx', /\.xlsx/],
  ['numbers', zip('Index/Document.iwa'), 'a.numbers', /\.xlsx/],
  ['zip', zip('table.csv'), 'a.zip', /zip/],
  ['archive', bytesOf('7z\xbc\xaf\x27\x1c'), 'a.7z', /./],
  ['json', strToU8('[{"id": 1}, {"id": 2}]'), 'a.csv', /CSV/],
  ['html', strToU8('\n<html><table><tr><td>a</td></tr></table>'), 'a.xls', /\.xlsx/],
  ['xml-sheet', strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'a.xls', /\.xlsx/],
];

describe('files with a table that is not read', () => {
  test.each(refused)('%s', (kind, bytes, fileName, said) => {
    let caught: unknown;
    try {
      sniffFormat(bytes, fileName);
    } catch (error) {
      caught = error;
    }
    const { code, params, where } = toCodedError(caught);
    expect({ code, params, where }).toEqual({ code: 'E13', params: { kind }, where: { file: fileName } });
    const sentences = [say(english.E13, params, speakers.en), say(french.E13, params, speakers.fr)];
    const otherwise = [say(english.E13, { kind: '' }, speakers.en), say(french.E13, { kind: '' }, speakers.fr)];
    sentences.forEach((sentence, i) => {
      expect(sentence).toMatch(said);
      expect(sentence).not.toBe(otherwise[i]);
    });
  });

  test.each([
    ['\x89PNG\r\n', 'PNG'],
    ['\xff\xd8\xff', 'JPEG'],
    ['{\\rtf1', 'RTF'],
  ])('%j holds no table', (text, kind) => {
    expect(() => sniffFormat(bytesOf(text), 'a.csv')).toThrow(
      expect.objectContaining({ code: 'E24', params: { kind } }),
    );
  });

  test('text that begins like a file is text', () => {
    for (const text of [
      'RDX;age\n1;2\n',
      'ORCID;age\n1;2\n',
      'PAR1;PAR2\n',
      'FEA1;x\n',
      '$FL2;x\n',
      'BZh1;x\n',
      'identifiant;{"a"\n',
    ]) {
      expect(sniffFormat(strToU8(text), 'a.csv'), text).toBe('csv');
    }
  });
});
