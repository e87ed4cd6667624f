import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];
const [WIDTH, HEIGHT] = [480, 360];
const SKY: Colour = [196, 222, 240];
const GROUND: Colour = [226, 199, 150];
const CLOTH: readonly [Colour, Colour] = [[166, 48, 40], [240, 232, 214]];
const LEAF: Colour = [58, 122, 66];
const TRUNK: Colour = [112, 78, 48];

const tent = (x: number, y: number): Colour | null => {
  const [fromTop, fromMiddle] = [y - 90, Math.abs(x - 240)];
  if (fromTop < 0 || y > 290 || fromMiddle > fromTop) return null;
  return CLOTH[Math.floor((fromMiddle / fromTop) * 5) % 2] ?? null;
};
const trees = (x: number, y: number): Colour | null => {
  const fromMiddle = (x % 80) - 40;
  if (Math.hypot(fromMiddle, y - 170) < 30 + ((x / 80) | 0) % 3 * 4) return LEAF;
  return Math.abs(fromMiddle) < 4 && y > 170 && y < 285 ? TRUNK : null;
};

/** A small picture (PNG, a few KB) that anybody sees is drawn. */
export function drawing(of: 'tent' | 'trees'): Buffer {
  const shape = of === 'tent' ? tent : trees;
  const lines = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) lines.set(shape(x, y) ?? (y > 250 ? GROUND : SKY), y * (1 + WIDTH * 3) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Eight bits of red, green and blue.
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
