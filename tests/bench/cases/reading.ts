/** Reading with types and findings, against the bare parser of the same file: papaparse, and our scanner of worksheets. */
import Papa from 'papaparse';
import { strToU8, zipSync } from 'fflate';
import { interpret, parseFile, readFile } from '../../../src/engine/read/read.ts';
import type { BenchCase } from '../case.ts';
import { uniforms } from '../../support/points.ts';

const rows = 100_000;
const columns = 20;

type Write = (uniform: () => number, row: number) => string;

const two = (value: number): string => String(value).padStart(2, '0');
const wards = ['Cardiologie', 'Neurologie', 'Pédiatrie', 'Urgences', 'Gériatrie'];

/** What a hospital exports: numbers with a decimal comma, whole numbers, dates, words, answers, codes, blanks. */
const kinds: readonly (readonly [name: string, write: Write])[] = [
  ['IPP', (_, row) => String(8_000_000_000 + ((row * 7919) % 100_003) * 7)],
  ['age', (uniform) => String(18 + Math.floor(uniform() * 80))],
  [
    'entrée',
    (uniform) =>
      `${two(1 + Math.floor(uniform() * 28))}/${two(1 + Math.floor(uniform() * 12))}/${2015 + Math.floor(uniform() * 10)}`,
  ],
  ['poids', (uniform) => (uniform() < 0.05 ? '' : (40 + uniform() * 70).toFixed(1).replace('.', ','))],
  ['créatinine', (uniform) => (50 + uniform() * 200).toFixed(2).replace('.', ',')],
  ['service', (uniform) => wards[Math.floor(uniform() * wards.length)]!],
  ['HTA', (uniform) => (uniform() < 0.3 ? 'oui' : 'non')],
  ['sexe', (uniform) => (uniform() < 0.5 ? 'M' : 'F')],
  ['score', (uniform) => String(Math.floor(uniform() * 11))],
  ['CRP', (uniform) => (uniform() * 300).toFixed(1).replace('.', ',')],
];

function makeText(): string {
  const uniform = uniforms(1);
  // One column that names patients, as in most files.
  const used = Array.from({ length: columns }, (_, j) => kinds[j < kinds.length ? j : 1 + (j % (kinds.length - 1))]!);
  const lines = [used.map(([name], j) => (j < kinds.length ? name : `${name} ${j}`)).join(';')];
  for (let row = 0; row < rows; row++) lines.push(used.map(([, write]) => write(uniform, row)).join(';'));
  return `${lines.join('\r\n')}\r\n`;
}

const letters = (j: number): string => String.fromCharCode(65 + j);

/** The same table as a workbook: numbers and dates as numbers, words in the shared strings. */
function makeWorkbook(text: string): Uint8Array {
  const strings = new Map<string, number>();
  const shared = (word: string): number => {
    const known = strings.get(word) ?? strings.size;
    strings.set(word, known);
    return known;
  };
  const sheet = text
    .trimEnd()
    .split('\r\n')
    .map((line, i) => {
      const cells = line.split(';').map((cell, j) => {
        if (cell === '') return '';
        const date = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell);
        const at = `${letters(j)}${i + 1}`;
        if (date) {
          const serial = Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])) / 86_400_000 + 25_569;
          return `<c r="${at}" s="1"><v>${serial}</v></c>`;
        }
        const number = Number(cell.replace(',', '.'));
        return Number.isNaN(number)
          ? `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`
          : `<c r="${at}"><v>${number}</v></c>`;
      });
      return `<row r="${i + 1}">${cells.join('')}</row>`;
    })
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${[...strings.keys()].map((word) => `<si><t>${word}</t></si>`).join('')}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])), { level: 1 });
}

const size = `${rows} x ${columns}`;

export const readingCases: readonly BenchCase[] = [
  {
    title: `reading CSV: ${size}`,
    prepare() {
      const text = makeText();
      const bytes = new TextEncoder().encode(text);
      return [
        {
          name: 'papaparse alone',
          run: () => Papa.parse(new TextDecoder().decode(bytes), { delimiter: ';' }).data.length,
        },
        { name: 'grid', run: () => parseFile(bytes, 'a.csv') },
        { name: 'types and findings', run: () => readFile(bytes, 'a.csv', { language: 'fr' }) },
      ];
    },
  },
  {
    title: `reading XLSX: ${size}`,
    async prepare() {
      const bytes = makeWorkbook(makeText());
      const grid = await parseFile(bytes, 'a.xlsx');
      return [
        { name: 'scanner alone', run: () => parseFile(bytes, 'a.xlsx') },
        { name: 'types and findings', run: () => readFile(bytes, 'a.xlsx', { language: 'fr' }) },
        { name: 'types and findings, without the scan', run: () => interpret(grid, { language: 'fr' }) },
      ];
    },
  },
];
