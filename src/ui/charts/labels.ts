/** Direct labels that do not cover each other. Widths are estimated: the drawing also runs where nothing is measured. */

/** About how wide a text is, in pixels, in the chart's type. */
export const textWidth = (text: string, size = 13): number => [...text].length * size * 0.53;

/** A text cut in its middle to fit, so that names that share a beginning or an end stay distinct. */
export function fitText(text: string, pixels: number, size = 13): string {
  const letters = [...text];
  const most = Math.max(3, Math.floor(pixels / (size * 0.53)));
  if (letters.length <= most) return text;
  const head = Math.ceil((most - 1) * 0.6);
  const tail = most - 1 - head;
  return `${letters.slice(0, head).join('')}…${tail > 0 ? letters.slice(-tail).join('') : ''}`;
}

/** A name short enough for a title. */
export const shortName = (name: string): string => fitText(name, 30 * 0.53, 1);

/**
 * Positions along a line moved as little as possible so that neighbours are `gap` apart within `[low, high]`
 * (when they fit). The order of the wishes is kept.
 */
export function spreadApart(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[a]! - wishes[b]! || a - b);
  const blocks: { sum: number; count: number }[] = [];
  const start = (block: { sum: number; count: number }): number => {
    const length = (block.count - 1) * gap;
    const middle = block.sum / block.count;
    return Math.max(low, Math.min(high - length, middle - length / 2));
  };
  for (const index of order) {
    blocks.push({ sum: wishes[index]!, count: 1 });
    while (blocks.length > 1) {
      const last = blocks.at(-1)!;
      const before = blocks.at(-2)!;
      if (start(before) + before.count * gap <= start(last) + 1e-9) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const placed = new Array<number>(wishes.length);
  let rank = 0;
  for (const block of blocks) {
    const first = start(block);
    for (let i = 0; i < block.count; i++) placed[order[rank++]!] = first + i * gap;
  }
  return placed;
}

export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const overlaps = (a: LabelBox, b: LabelBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Labels beside points, given in order of importance: each takes the first free place among right, left, above and
 * below; one that finds none is left out. `taken` are boxes no label may cover (the points themselves).
 */
export function placeLabels(
  points: readonly { readonly x: number; readonly y: number; readonly width: number }[],
  frame: LabelBox,
  height: number,
  taken: readonly LabelBox[] = [],
  gap = 7,
): PlacedLabel[] {
  const used = [...taken];
  const placed: PlacedLabel[] = [];
  const within = (left: number, width: number): number =>
    Math.max(frame.x, Math.min(frame.x + frame.width - width, left));
  points.forEach(({ x, y, width }, index) => {
    const centred = within(x - width / 2, width);
    const places = [
      { anchor: 'start', left: x + gap, middle: y },
      { anchor: 'end', left: x - gap - width, middle: y },
      { anchor: 'middle', left: centred, middle: y - gap - height / 2 },
      { anchor: 'middle', left: centred, middle: y + gap + height / 2 },
    ] as const;
    for (const { anchor, left, middle } of places) {
      const box = { x: left, y: middle - height / 2, width, height };
      const inside =
        box.x >= frame.x &&
        box.y >= frame.y &&
        box.x + box.width <= frame.x + frame.width &&
        box.y + box.height <= frame.y + frame.height;
      if (!inside || used.some((other) => overlaps(box, other))) continue;
      used.push(box);
      placed.push({
        index,
        anchor,
        y: middle,
        x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
      });
      return;
    }
  });
  return placed;
}
