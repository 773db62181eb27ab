import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const DIST = resolve(import.meta.dirname, '../../dist');
const ASSETS = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'));
const source = (name: string): string => readFileSync(join(DIST, 'assets', name), 'utf8');

/** A chunk and all that it cannot start without: what it imports statically, and so on. */
const withImports = (name: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, target] of source(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    withImports(target ?? '', seen);
  return seen;
};

/** Words that only TensorFlow.js says. */
const hasTensorFlow = (name: string): boolean => source(name).includes('tfjs-layers');

it('loads TensorFlow.js neither with a page nor with the worker, but on demand', () => {
  const pages = ['index.html', 'analyse.html'].flatMap((page) =>
    Array.from(readFileSync(join(DIST, page), 'utf8').matchAll(/assets\/([^"']+\.js)/g), ([, name]) => name!),
  );
  const worker = ASSETS.find((name) => name.startsWith('pose.worker'));
  expect(pages.length).toBeGreaterThan(1);
  const first = [...pages, worker!].flatMap((name) => [...withImports(name)]);
  expect(first.filter(hasTensorFlow)).toEqual([]);
  // One for the worker, one for the page where it must read pictures itself.
  const onDemand = ASSETS.filter(hasTensorFlow);
  expect(onDemand.length).toBeGreaterThan(0);
  expect(onDemand.filter((name) => source(worker!).includes(name))).toHaveLength(1);
});
