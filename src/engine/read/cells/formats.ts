/** What the number format codes of workbooks show. Source: ECMA-376 part 1, 18.8.31. */

/** Dates and times in a number format code of a workbook. */
export interface FormatKind {
  readonly date: boolean;
  readonly time: boolean;
  /** `[h]:mm`: a length of time, which may exceed a day. */
  readonly elapsed: boolean;
}

const noDate: FormatKind = { date: false, time: false, elapsed: false };
const formatKinds = new Map<string, FormatKind>();

/** Whether a number format code shows a date, a time, or both. Quoted text, colours and currencies are ignored. */
export function formatKind(format: string): FormatKind {
  if (format === 'General') return noDate;
  let kind = formatKinds.get(format);
  if (!kind) {
    const elapsed = /\[(?:h+|m+|s+)\]/i.test(format);
    const code = (format.split(';')[0] ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '').toLowerCase();
    const letters = !/[0#?]/.test(code.replace(/\.0+/g, ''));
    const clock = /[hs]/.test(code) || /am\/pm/.test(code);
    kind = {
      date: letters && !elapsed && (/[yd]/.test(code) || (/m/.test(code) && !clock)),
      time: elapsed || (letters && clock),
      elapsed,
    };
    formatKinds.set(format, kind);
  }
  return kind;
}

/** Our pattern for a workbook's date format, for showing a cell as the workbook does. */
export function patternOfFormat(format: string): string {
  const code = (format.split(';')[0] ?? '').replace(/\[\$[^\]]*\]|"([^"]*)"|\\(.)|_.|\*./g, '$1$2').toLowerCase();
  return code
    .replace(/\[(h+)\]/g, '$1')
    .replace(/(h+[:h]?)mm?/g, '$1MM')
    .replace(/mm?(:s)/g, 'MM$1')
    .replace(/hh?/g, (letters) => letters.toUpperCase())
    .replace(/:ss?/g, ':SS')
    .replace(/am\/pm/g, 'AP')
    .trim();
}
