/** Small workbooks written by hand, part by part, so that tests can bend them. */
import { strToU8, zipSync } from 'fflate';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Parts {
  /** XML inside `<worksheet>`, by sheet name; a name that begins with `~` is hidden. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  /** Number format codes of styles 1, 2... (style 0 is General). */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  /** Parts to replace or add. */
  readonly extra?: Readonly<Record<string, string>>;
}

export function workbook({ sheets, strings, formats = [], date1904, extra = {} }: Parts): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${name.replace('~', '')}" sheetId="${i + 1}" ${name.startsWith('~') ? 'state="hidden" ' : ''}r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${relationships}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': strings ?? '<sst/>',
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  names.forEach(
    (name, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`),
  );
  const files = Object.entries({ ...parts, ...extra }).map(([path, text]) => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}

/** Rows of inline texts and numbers as sheet data. */
export function sheetData(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string =>
    value === null
      ? '<c/>'
      : typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`;
}
