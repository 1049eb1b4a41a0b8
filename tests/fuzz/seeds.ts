/** Sound files of every format to start from, made here; those of the reference folder join them where it is present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { workbook } from '../unit/read/workbooks.ts';
import { savBytes } from './sav.ts';

export interface Seed {
  readonly format: 'csv' | 'xlsx' | 'ods' | 'xls' | 'parquet' | 'arrow' | 'sav';
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How it is bent: as text, part by part, or byte by byte. */
  readonly kind: 'text' | 'zip' | 'bytes';
}

const texts: readonly string[] = [
  'IPP;sexe;age;poids;entrée;HTA;crp\n0012;M;54;70,5;12/03/2021;oui;<5\n0013;F;61;58;13/03/2021;non;12,5\n0014;f;47;;14/03/2021;oui;ND\n',
  'id,sex,dose,visit,score\n1,Male,12 mg,2021-03-12,Mild\n2,F,0.5 g,2021-03-13,Severe\n3,M,25 mg,2021-03-14,None\n4,F,100 mg,2021-03-15,Mild\n',
  'Cohorte\n\nid\tâge\tstade\n;ans;\n1\t50\tI\n2\t60\tIIa\n3\t70\tIII\nTotal\t180\t\n* source : dossier\t\t\n',
  'record_id,redcap_event_name,atcd___1,atcd___2,form_complete\n1,v1_arm_1,1,0,2\n1,v2_arm_1,0,1,0\n2,v1_arm_1,0,0,1\n',
  'd1;d2;h;t;z\n01/31/2020;31/01/20;08:30;1h30;2020-01-31T08:00:00Z\n02/03/2020;1 mars 2021;23:59;2h;2020-02-01T09:00:00+02:00\n03/2020;20200131;7:45;2 j 3 h;2020-03-01T10:00:00\n',
  'a;b;c\n1.234;"dit ""oui""";x\n2.345;"deux\nlignes";\n12 500;fin;x\n',
  'poids\n70,5\n68\n71,2\n80\n',
];

const grid =
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>date</t></is></c><c r="C1" t="str"><v>n</v></c></row>' +
  '<row r="2"><c r="A2"><v>1.5</v></c><c r="B2" s="1"><v>44000</v></c><c r="C2" t="b"><v>1</v></c></row>' +
  '<row r="3"><c r="A3"><v>2</v></c><c r="B3" s="1"><v>44001.5</v></c><c r="C3" t="e"><v>#N/A</v></c></row>' +
  '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="2"><v>0.5</v></c><c r="C5"><f>A2+1</f><v>2.5</v></c></row></sheetData>' +
  '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';

const xlsx = (): Uint8Array =>
  workbook({
    sheets: { Feuil1: grid, '~Cachée': '<sheetData/>' },
    strings: '<sst><si><t>poids</t></si><si><r><t>3</t></r><r><t>a</t></r></si></sst>',
    formats: ['dd/mm/yyyy', '[h]:mm'],
  });

const content =
  '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Feuil1"><table:table-column table:number-columns-repeated="3"/>' +
  '<table:table-row><table:table-cell office:value-type="string"><text:p>poids</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>date</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>hta</text:p></table:table-cell></table:table-row>' +
  '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="70.5"><text:p>70,5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2021-03-12"><text:p>12/03/2021</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell></table:table-row>' +
  '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50 %</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT01H30M00S"><text:p>01:30</text:p></table:table-cell><table:covered-table-cell/></table:table-row>' +
  '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';

const ods = (): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ),
  });

function parquet(): Uint8Array {
  const columnData = [
    { name: 'age', data: [54, 61, null, 47], type: 'INT32' as const },
    { name: 'poids', data: [70.5, 58, 61.25, null], type: 'DOUBLE' as const },
    { name: 'sexe', data: ['M', 'F', 'F', null], type: 'STRING' as const },
    { name: 'hta', data: [true, false, null, true], type: 'BOOLEAN' as const },
    { name: 'visite', data: [new Date(0), new Date(1e12), new Date(15e11), null], type: 'TIMESTAMP' as const },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const arrow = (type: 'file' | 'stream'): Uint8Array =>
  tableToIPC(
    tableFromArrays({
      age: Int32Array.from([54, 61, 47]),
      poids: Float64Array.from([70.5, 58, 61.25]),
      sexe: ['M', 'F', 'F'],
    }),
    type,
  );

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), true);
  return bytes;
};

const reference = join(import.meta.dirname, '../../../shared/reference/inputs');
/** Larger files would only slow the search down; a bomb has its own test. */
const largestSeed = 40_000;

function referenceSeeds(): Seed[] {
  if (!existsSync(reference)) return [];
  return readdirSync(reference).flatMap((name): Seed[] => {
    const format = /\.(csv|xlsx|ods|xls)$/.exec(name)?.[1] as Seed['format'] | undefined;
    if (format === undefined) return [];
    const bytes = new Uint8Array(readFileSync(join(reference, name)));
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b && !/truncated|renamed/.test(name);
    const kind = format === 'csv' && !zipped ? 'text' : zipped ? 'zip' : 'bytes';
    return bytes.length === 0 || bytes.length > largestSeed ? [] : [{ format, name, bytes, kind }];
  });
}

/** All seeds; `own` leaves the reference folder out, so that a test does the same everywhere. */
export function makeSeeds(own: boolean): Seed[] {
  const csv = texts.map((text, i): Seed => ({ format: 'csv', name: `${i}.csv`, bytes: strToU8(text), kind: 'text' }));
  return [
    ...csv,
    { format: 'csv', name: 'latin.csv', bytes: strToU8(texts[0]!, true), kind: 'bytes' },
    { format: 'csv', name: 'utf16.csv', bytes: utf16(texts[0]!), kind: 'bytes' },
    { format: 'xlsx', name: 'book.xlsx', bytes: xlsx(), kind: 'zip' },
    { format: 'ods', name: 'book.ods', bytes: ods(), kind: 'zip' },
    { format: 'parquet', name: 'table.parquet', bytes: parquet(), kind: 'bytes' },
    { format: 'arrow', name: 'table.arrow', bytes: arrow('file'), kind: 'bytes' },
    { format: 'arrow', name: 'table.arrows', bytes: arrow('stream'), kind: 'bytes' },
    { format: 'sav', name: 'table.sav', bytes: savBytes(), kind: 'bytes' },
    ...(own ? [] : referenceSeeds()),
  ];
}
