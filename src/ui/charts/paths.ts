/** Many marks as one path: two thousand points are one element of the page, not two thousand. */

const short = (value: number): string => String(Math.round(value * 10) / 10);

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function circlesPath(marks: Iterable<Mark>): string {
  let path = '';
  for (const { x, y, radius } of marks) {
    const r = Math.round(radius * 10) / 10;
    path += `M${short(x - r)} ${short(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  return path;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxesPath(boxes: Iterable<Box>): string {
  let path = '';
  for (const { x, y, width, height } of boxes) {
    path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  }
  return path;
}

/** The outline of a histogram as one stepped line, closed on the baseline. */
export function stepPath(edges: readonly number[], tops: readonly number[], baseline: number): string {
  if (tops.length === 0) return '';
  let path = `M${short(edges[0]!)} ${short(baseline)}`;
  tops.forEach((top, index) => {
    path += `V${short(top)}H${short(edges[index + 1]!)}`;
  });
  return `${path}V${short(baseline)}`;
}
