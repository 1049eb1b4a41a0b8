/** Draws the icons of public/: an original (hollow circle) and its double (filled). `node scripts/make-icons.mjs` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const folder = new URL('../public/', import.meta.url);
const paper = [0xfd, 0xfd, 0xfb];
const original = [0x5b, 0x6b, 0x82];
const synthetic = [0x0c, 0x7f, 0x66];
const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

// In a box of 64: the ring, the disc, and the gap kept between them where they overlap.
const ring = { x: 23.5, y: 32, radius: 16, width: 5 };
const disc = { x: 42.5, y: 32, radius: 17 };
const gap = 2.5;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <style>
    .original { stroke: ${hex(original)} }
    .synthetic { fill: ${hex(synthetic)} }
    @media (prefers-color-scheme: dark) {
      .original { stroke: #a9b8cd }
      .synthetic { fill: #43c09d }
    }
  </style>
  <mask id="gap">
    <rect width="64" height="64" fill="#fff" />
    <circle cx="${ring.x}" cy="${ring.y}" r="${ring.radius}" fill="none" stroke="#000" stroke-width="${ring.width + 2 * gap}" />
  </mask>
  <circle class="synthetic" cx="${disc.x}" cy="${disc.y}" r="${disc.radius}" mask="url(#gap)" />
  <circle class="original" cx="${ring.x}" cy="${ring.y}" r="${ring.radius}" fill="none" stroke-width="${ring.width}" />
</svg>
`;

function colourAt(x, y) {
  const fromRing = Math.abs(Math.hypot(x - ring.x, y - ring.y) - ring.radius) - ring.width / 2;
  if (fromRing <= 0) return original;
  const inDisc = Math.hypot(x - disc.x, y - disc.y) <= disc.radius;
  return inDisc && fromRing > gap ? synthetic : paper;
}

/** Opaque RGB pixels of a square icon; `scale` shrinks the drawing around its centre. 8 x 8 samples a pixel. */
function pixels(size, scale) {
  const samples = 8;
  const rows = Buffer.alloc(size * (1 + 3 * size));
  const unit = (position) => ((position / size - 0.5) / scale + 0.5) * 64;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample++) {
        const x = unit(column + ((sample % samples) + 0.5) / samples);
        const y = unit(row + (Math.floor(sample / samples) + 0.5) / samples);
        colourAt(x, y).forEach((part, channel) => (sum[channel] += part));
      }
      const at = row * (1 + 3 * size) + 1 + 3 * column;
      sum.forEach((total, channel) => (rows[at + channel] = Math.round(total / (samples * samples))));
    }
  }
  return rows;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

function png(size, scale) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(size, scale), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(folder, { recursive: true });
writeFileSync(new URL('icon.svg', folder), svg);
for (const [name, size, scale] of [
  ['icon-180.png', 180, 0.86],
  ['icon-192.png', 192, 1],
  ['icon-512.png', 512, 1],
  ['icon-maskable-512.png', 512, 0.72],
]) {
  writeFileSync(new URL(name, folder), png(size, scale));
}
