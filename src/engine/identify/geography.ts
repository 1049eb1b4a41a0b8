/** Postcodes, communes and coordinates. Source: privacy.md 8. */
import type { QuantityColumn } from '../table/table.ts';
import type { DistinctValues } from './values.ts';

const department = /^(?:0[1-9]|[1-8]\d|9[0-58]|2[AB])/;
const canadian = /^[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z][ -]?\d[A-CEGHJ-NPR-TV-Z]\d$/i;
const sortingArea = /^[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z]$/;

/** T1N0M0 is a stage of a tumour. */
const stage = /^T\dN\dM\d$/i;
export const isCanadianPostcode = (text: string): boolean =>
  text.length < 9 && canadian.test(text) && !stage.test(text);

/** A French postcode or INSEE commune: five signs, a department first. A zero lost at the start is put back. */
export const isFrenchPostcode = (text: string): boolean =>
  /^(?:\d{4,5}|2[AB]\d{3})$/i.test(text) && department.test(text.padStart(5, '0').toUpperCase());

const fewestValues = 5;
const fewestAreas = 8;
const nearlyAll = 0.95;
const half = 0.5;

/** Whether the values alone tell postcodes or communes. */
export function arePostcodes({ texts }: DistinctValues): boolean {
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  if (texts.length < fewestValues) return false;
  if (share(isCanadianPostcode) >= half) return true;
  if (texts.length >= fewestAreas && share((text) => sortingArea.test(text)) >= nearlyAll) return true;
  if (share((text) => text.length <= 5 && isFrenchPostcode(text)) < nearlyAll) return false;
  const padded = texts.some((text) => text.startsWith('0')) && texts.every((text) => text.length === 5);
  const corsican = texts.some((text) => /^2[AB]\d{3}$/i.test(text));
  return padded || corsican || areRoundPostcodes(texts);
}

/** Numbers that lost their zero: departments far apart, four and five digits, and most end with a zero, as postcodes do. */
function areRoundPostcodes(texts: readonly string[]): boolean {
  if (texts.length < 2 * fewestAreas) return false;
  const departments = new Set(texts.map((text) => text.padStart(5, '0').slice(0, 2)));
  const round = texts.filter((text) => text.endsWith('0')).length;
  const high = texts.filter((text) => Number(text) >= 50_000).length;
  const hundreds = texts.filter((text) => text.endsWith('00')).length;
  return (
    departments.size >= fewestAreas &&
    round >= texts.length * 0.6 &&
    hundreds < texts.length * 0.9 &&
    high >= texts.length * 0.25
  );
}

/** Where coordinates of France and Canada lie, in degrees: latitude, longitude. */
const boxes = [
  { latitude: [41, 51.5], longitude: [-5.5, 10] },
  { latitude: [41.5, 72], longitude: [-141, -52] },
  { latitude: [24, 49.5], longitude: [-125, -66] },
] as const;

/** Decimals of a coordinate: 3 are about 100 m. */
export const coordinateDecimals = 3;

interface Range {
  readonly low: number;
  readonly high: number;
  readonly present: number;
}

export function rangeOf({ values }: QuantityColumn): Range {
  let low = Infinity;
  let high = -Infinity;
  let present = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    present++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high, present };
}

/** Whether two columns of numbers are a latitude and a longitude, in this order, of a place in a country we know. */
export function areCoordinates(latitude: QuantityColumn, longitude: QuantityColumn): boolean {
  if (latitude.decimals < coordinateDecimals || longitude.decimals < coordinateDecimals) return false;
  const north = rangeOf(latitude);
  const east = rangeOf(longitude);
  if (north.present < fewestValues || east.present < fewestValues) return false;
  return boxes.some(
    (box) =>
      north.low >= box.latitude[0] &&
      north.high <= box.latitude[1] &&
      east.low >= box.longitude[0] &&
      east.high <= box.longitude[1],
  );
}

/** Whether a column of numbers may hold a coordinate: degrees, with three decimals at least. */
export function mayBeCoordinate(column: QuantityColumn): boolean {
  if (column.decimals < coordinateDecimals) return false;
  const { low, high } = rangeOf(column);
  return low >= -180 && high <= 180;
}
