/** Builds the app into `dist/`, unless what is there is already made from these very sources. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const STAMP = join(ROOT, 'dist', '.built-from');
const SOURCES = [
  'index.html',
  'analyse.html',
  'package-lock.json',
  'vite.config.ts',
  'src',
  'workers',
  'public',
  'scripts/headers.mjs',
  'scripts/exercise-cards.mjs',
];

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** Names, sizes and times of all sources: cheap, and it changes whenever one of them does. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Path of an up-to-date `dist/`. Needs the packages installed. */
export async function buildApp() {
  const wanted = sourcesHash();
  const outDir = join(ROOT, 'dist');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return outDir;
  console.error('Building the app …');
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn' });
  writeFileSync(STAMP, wanted);
  return outDir;
}
