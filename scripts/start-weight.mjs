/** Which scripts the first screen waits for, and what they weigh compressed: read from the built page. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const weigh = (outDir) => (file) => ({ file, bytes: gzipSync(readFileSync(join(outDir, file))).length });

/** @returns {{ file: string, bytes: number }[]} entry and everything it imports statically, compressed, largest first */
export function startScripts(outDir) {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, url]) => url.replace(/^\.?\//, ''));
  return files.map(weigh(outDir)).sort((a, b) => b.bytes - a.bytes);
}

/** @returns {{ file: string, bytes: number }[]} the words that it waits for besides, one file for each language, compressed */
export const startWords = (outDir) =>
  readdirSync(join(outDir, 'assets'))
    .filter((name) => /^(?:en|de|es)-[\w-]{8}\.js$/.test(name))
    .map((name) => weigh(outDir)(`assets/${name}`));

/** @returns {number} bytes of script and words together, in the language with the longest */
export const startBytes = (outDir) =>
  startScripts(outDir).reduce((sum, { bytes }) => sum + bytes, 0) +
  Math.max(...startWords(outDir).map(({ bytes }) => bytes));
