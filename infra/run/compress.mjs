// Packs the dashboard's files once, after the build, so that no request waits for it.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const WORTH = /\.(js|css|html|svg|json|txt|map)$/;
const LEAST_BYTES = 1024;

/** Writes `.gz` and `.br` beside every file that gains by it; those still fresh are left. */
export function compressFolder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) { compressFolder(file); continue; }
    if (!WORTH.test(entry.name) || entry.name.endsWith('.map')) continue;
    const { mtimeMs, size } = statSync(file);
    if (size < LEAST_BYTES || (existsSync(`${file}.br`) && statSync(`${file}.br`).mtimeMs >= mtimeMs)) continue;
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: size } }));
  }
}
