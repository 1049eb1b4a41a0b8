/** Tables and broken files made for the browser tests; nothing here is read from the disk but the samples. */
import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const csvFile = (name: string, content: string | Buffer): TestFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

export const sample = (id: 'cohorte-propre' | 'cohorte-pieges'): TestFile =>
  csvFile(`${id}.csv`, readFileSync(new URL(`../../../public/samples/${id}.csv`, import.meta.url)));

/** A trial of the size of ACTG 175: 16 numbers that follow three hidden traits, and 10 levels that depend on them. */
export function trial(rows: number): TestFile {
  let state = 175;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  const normal = () => Array.from({ length: 6 }, uniform).reduce((sum, value) => sum + value - 0.5, 0) * Math.SQRT2;
  const numbers = Array.from({ length: 16 }, (_, column) => `measure_${column + 1}`);
  const levels = Array.from({ length: 10 }, (_, column) => `group_${column + 1}`);
  const lines = Array.from({ length: rows }, () => {
    const traits = [normal(), normal(), normal()];
    const cells = numbers.map((_, column) => (50 + 9 * traits[column % 3]! + (3 + column / 4) * normal()).toFixed(2));
    const labels = levels.map((_, column) => {
      const pull = traits[column % 3]! + 0.8 * normal();
      const count = 2 + (column % 3);
      return `L${Math.min(count - 1, Math.max(0, Math.floor((pull / 3 + 0.5) * count))) + 1}`;
    });
    return [...cells, ...labels].join(',');
  });
  return csvFile(`trial-${rows}.csv`, `${[[...numbers, ...levels].join(','), ...lines].join('\n')}\n`);
}

/** A table like WBCD: 683 rows of nine scores on 1..10, most of them low, many rows alike, and a class. */
export function scores(): TestFile {
  let state = 683;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  const names = Array.from({ length: 9 }, (_, column) => `score_${column + 1}`);
  const lines = Array.from({ length: 683 }, () => {
    const grave = uniform() < 0.35;
    const one = () => 1 + Math.floor((grave ? 10 : 2) * uniform() ** (grave ? 0.9 : 2));
    return [...names.map(one), grave ? 4 : 2].join(',');
  });
  return csvFile('scores.csv', `${[...names, 'class'].join(',')}\n${lines.join('\n')}\n`);
}

/** A small workbook with a date, two numbers and two levels. */
export async function workbook(rows: number): Promise<TestFile> {
  const visits = Array.from({ length: rows }, (_, row) => {
    const arm = (row * 7) % 3 === 0 ? 'A' : 'B';
    const visit = new Date(Date.UTC(2024, 0, 1 + ((row * 37) % 300)));
    return [visit, 10 + ((row * 13) % 50), 0.5 + ((row * 29) % 97) / 8, arm];
  });
  const sheet = { name: 'Visits', rows: [['visit', 'score', 'dose', 'arm'], ...visits] };
  return { name: 'visits.xlsx', mimeType: '', buffer: Buffer.from(await writeXlsx({ sheets: [sheet] })) };
}

/** Three visits of forty patients, whose dates do not say whether the day or the month comes first. */
export const visits: TestFile = csvFile(
  'visits.csv',
  [
    'record_id,visit_date,sex,weight',
    ...Array.from({ length: 120 }, (_, i) => {
      const patient = Math.floor(i / 3);
      const visit = `0${3 + (i % 3)}/0${4 + (patient % 3)}/2022`;
      return [1000 + ((patient * 37) % 911), visit, 'FM'[patient % 2], 55 + ((i * 7) % 40)].join(',');
    }),
  ].join('\n'),
);

/** Two thousand columns that ask for all sorts of things, in French dress. */
export function wideMixed(rows = 60): TestFile {
  const kinds: readonly ((row: number, column: number) => string)[] = [
    (row, column) => `${(row * (column + 7)) % 97},${row % 10}`,
    (row, column) => String(20 + ((row * (column + 3)) % 70)),
    (row, column) => (row === column % rows ? '3a' : `${40 + ((row * 13) % 60)},5`),
    (row) => ['Oui', 'oui', 'Non', 'NON'][row % 4]!,
    (row) => `${String(1 + (row % 28)).padStart(2, '0')}/0${1 + (row % 9)}/2021`,
  ];
  const names = ['mesure', 'âge', 'labo', 'tabac', 'date'];
  const columns = Array.from({ length: 2000 }, (_, c) => c);
  const lines = Array.from({ length: rows }, (_, row) => columns.map((c) => kinds[c % 5]!(row, c)).join(';'));
  return csvFile('wide-mixed.csv', [columns.map((c) => `${names[c % 5]!}_${c}`).join(';'), ...lines].join('\n'));
}

const bytes = (...values: number[]) => Buffer.from(values);

/** Files that no reader can make a table of. */
export const brokenFiles: readonly TestFile[] = [
  csvFile('empty.csv', ''),
  csvFile('blank.csv', '\n\n   \n'),
  csvFile('header-only.csv', 'age,sex\n'),
  csvFile('one-row.csv', 'age,sex\n34,F\n'),
  csvFile('all-missing.csv', `age,sex\n${',\n'.repeat(30)}NA,\n`),
  { name: 'truncated.xlsx', mimeType: '', buffer: Buffer.concat([bytes(0x50, 0x4b, 3, 4), Buffer.alloc(300, 7)]) },
  {
    name: 'protected.xlsx',
    mimeType: '',
    buffer: Buffer.concat([bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.alloc(1528)]),
  },
  {
    name: 'picture.csv',
    mimeType: 'text/csv',
    buffer: Buffer.concat([bytes(0x89), Buffer.from('PNG\r\n\x1a\n\0\0\0\rIHDR')]),
  },
];

/** Cohorts that read well and cannot be mixed, and awkward ones that can. */
export const cohort = {
  tooFew: csvFile(
    'fifteen.csv',
    `age,sex\n${Array.from({ length: 15 }, (_, i) => `${30 + ((i * 7) % 13)},${'FM'[i % 2]}`).join('\n')}\n`,
  ),
  constant: csvFile('constant.csv', `age,sex\n${'34,F\n'.repeat(60)}`),
  withEmptyColumn: csvFile(
    'empty-column.csv',
    `age,nothing,sex\n${Array.from({ length: 60 }, (_, i) => `${30 + ((i * 7) % 29)},,${'FM'[i % 2]}`).join('\n')}\n`,
  ),
  wide: csvFile(
    'wide.csv',
    [
      Array.from({ length: 2000 }, (_, c) => `c${c}`).join(','),
      ...Array.from({ length: 60 }, (_, i) => Array.from({ length: 2000 }, (_, c) => (i * (c + 7)) % 23).join(',')),
    ].join('\n'),
  ),
  markup: csvFile(
    'markup.csv',
    `<img src=x onerror=document.title='owned'>,<b>sex</b>\n${Array.from(
      { length: 60 },
      (_, i) => `${30 + ((i * 7) % 29)},<script>document.title='owned'</script>${i % 2}`,
    ).join('\n')}\n`,
  ),
};

/** A CSV as the app writes it, read with the simplest rules: enough for files without quotes. */
export function parse(text: string, delimiter: string): { header: string[]; rows: string[][] } {
  const [header, ...rows] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(delimiter));
  return { header: header ?? [], rows };
}
