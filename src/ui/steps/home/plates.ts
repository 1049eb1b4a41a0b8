/** Points of the four plates, invented. The avatar is where the shares put it: a weighted mean, computed here. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Neighbour extends Point {
  readonly share: number;
  /** Where its share is written. */
  readonly label: Point & { readonly anchor: 'start' | 'end' | 'middle' };
}

export const patient: Point = { x: 60, y: 44 };

export const shares: readonly Neighbour[] = [
  { x: 80, y: 52, share: 0.52, label: { x: 5, y: 4, anchor: 'start' } },
  { x: 70, y: 25, share: 0.24, label: { x: 5, y: -1, anchor: 'start' } },
  { x: 53, y: 64, share: 0.14, label: { x: -5, y: 5, anchor: 'end' } },
  { x: 43, y: 31, share: 0.07, label: { x: -5, y: 0, anchor: 'end' } },
  { x: 38, y: 50, share: 0.03, label: { x: -5, y: 3, anchor: 'end' } },
];

export const avatar: Point = {
  x: shares.reduce((sum, { x, share }) => sum + x * share, 0),
  y: shares.reduce((sum, { y, share }) => sum + y * share, 0),
};

export const others: readonly Point[] = [
  { x: 12, y: 22 },
  { x: 16, y: 66 },
  { x: 24, y: 12 },
  { x: 27, y: 74 },
  { x: 48, y: 8 },
  { x: 92, y: 12 },
  { x: 104, y: 28 },
  { x: 99, y: 70 },
  { x: 110, y: 56 },
  { x: 78, y: 76 },
];
