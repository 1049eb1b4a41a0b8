/** A chart as a file of its own: an SVG whose looks are in its own attributes, or the PNG drawn from it. */
import { textWidth } from './labels.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** Looks that are copied from the page's style sheets onto each element. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];

export interface FileWords {
  readonly title: string;
  readonly summary: string;
  readonly credit: string;
}

export interface ChartFile {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Only what differs from the parent: the rest is inherited in the file too (opacity is not). */
function copyLooks(from: Element, to: Element, around: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(from);
  for (const look of looks) {
    const value = style.getPropertyValue(look);
    const same = look === 'opacity' ? value === '1' : value === around?.getPropertyValue(look);
    if (value && !same) to.setAttribute(look, value.replaceAll('"', ''));
  }
  to.removeAttribute('class');
  to.removeAttribute('style');
  Array.from(from.children).forEach((child, index) => {
    const twin = to.children[index];
    if (twin) copyLooks(child, twin, style);
  });
}

export function wrapText(text: string, pixels: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size) > pixels) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** The drawing with its title above and its summary below, on white, with nothing that points outside the file. */
export function standalone(drawing: SVGSVGElement, words: FileWords): ChartFile {
  const margin = 24;
  const inner = drawing.width.baseVal.value;
  const tall = drawing.height.baseVal.value;
  const ink = getComputedStyle(drawing).color;
  const root = document.createElementNS(namespace, 'svg');
  const width = inner + 2 * margin;
  let y = margin;

  const add = <K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string | number>) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    root.append(element);
    return element;
  };
  const paper = add('rect', { width, fill: '#ffffff' });
  const write = (text: string, size: number, weight: number, opacity: number): void => {
    for (const line of wrapText(text, inner, size)) {
      y += size;
      add('text', {
        x: margin,
        y,
        'font-size': size,
        'font-weight': weight,
        fill: ink,
        'fill-opacity': opacity,
      }).textContent = line;
      y += size * 0.35;
    }
  };

  write(words.title, 17, 600, 1);
  y += 12;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copyLooks(drawing, copy, null);
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(y));
  copy.setAttribute('width', String(inner));
  copy.setAttribute('height', String(tall));
  root.append(copy);
  y += tall + 10;
  write(words.summary, 13, 400, 1);
  y += 4;
  write(words.credit, 11, 400, 0.75);
  const height = Math.ceil(y + margin / 2);

  paper.setAttribute('height', String(height));
  root.setAttribute('xmlns', namespace);
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('font-family', "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif");
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

export const svgBlob = (file: ChartFile): Blob => new Blob([file.svg], { type: 'image/svg+xml' });

/** The SVG drawn at twice its size. */
export async function pngBlob(file: ChartFile, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(file));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(file.width * scale);
    canvas.height = Math.ceil(file.height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no png'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
