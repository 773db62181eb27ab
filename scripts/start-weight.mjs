/** Which scripts the first screen waits for, and what they weigh compressed: read from the built page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @returns {{ file: string, bytes: number }[]} entry and everything it imports statically, compressed, largest first */
export function startScripts(outDir) {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, url]) => url.replace(/^\.?\//, ''));
  return files
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(outDir, file))).length }))
    .sort((a, b) => b.bytes - a.bytes);
}
