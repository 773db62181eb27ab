import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** The floors of the core, lowest first: each may import the ones below it, and never one above. */
const CORE_FLOORS = [
  'src/core/units',
  'src/core/terms',
  'src/core/pose',
  'src/core/signal',
  'src/core/body',
  'src/core/movement',
  'src/core/kinematics',
  'src/core/exercise',
  'src/core/judge',
  'src/core/session',
  'src/core/plan',
  'src/core/sensor',
  'src/core/coach',
] as const;

/**
 * What each part may import, besides itself. One-way: a part appears only in lists of parts to its right. This is the
 * table of docs/architecture.md, enforced.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(CORE_FLOORS.map((floor, height) => [floor, CORE_FLOORS.slice(0, height)])),
  'src/exercises': ['src/core'],
  'src/capture': ['src/core'],
  'src/pipeline': ['src/core', 'src/exercises', 'src/capture', 'workers'],
  'src/overlay': ['src/core'],
  'src/feedback': ['src/core'],
  'src/storage': ['src/core'],
  'src/ui': [
    'src/core',
    'src/exercises',
    'src/capture',
    'src/pipeline',
    'src/overlay',
    'src/feedback',
    'src/storage',
    'workers/protocol',
  ],
  'src/main': ['src', 'workers', 'package'],
  // The manifest is data: how many bytes and which SHA-256 a pose bundle must have.
  workers: ['src/core', 'models/pose/manifest'],
};

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): { target: string; isPackage: boolean }[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? {
          target: relative(ROOT, join(ROOT, dirname(file), specifier)).replaceAll('\\', '/'),
          isPackage: false,
        }
      : { target: specifier, isPackage: true },
  );
}

const isWithin = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}/`) || path.startsWith(`${part}.`);

/** The longest part of the table that holds this path. */
const partOf = (path: string): string | undefined =>
  Object.keys(MAY_IMPORT)
    .filter((part) => isWithin(path, part))
    .sort((a, b) => b.length - a.length)[0];

const files = [...sourceFiles('src'), ...sourceFiles('workers')];

describe('architecture', () => {
  it('places every source file in a part of the table', () => {
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  it('imports only in the allowed direction', () => {
    const wrong = files.flatMap((file) => {
      const own = partOf(file) ?? '';
      const allowed = [own, ...(MAY_IMPORT[own] ?? [])];
      return importsOf(file)
        .filter(({ target, isPackage }) => !isPackage && !allowed.some((part) => isWithin(target, part)))
        .map(({ target }) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps inference packages in the worker realm and out of the page', () => {
    const wrong = files
      .filter((file) => !file.startsWith('workers/'))
      .filter((file) =>
        importsOf(file).some(({ target }) => /^@(mediapipe|tensorflow|litertjs)\//.test(target)),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps the core free of packages', () => {
    const wrong = files
      .filter((file) => file.startsWith('src/core/') || file.endsWith('.exercise.ts'))
      .filter((file) => importsOf(file).some(({ isPackage }) => isPackage));
    expect(wrong).toEqual([]);
  });

  it('has no import cycle in the core, not even of types', () => {
    const cycles: string[] = [];
    const finished = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (finished.has(file)) return;
      for (const { target, isPackage } of importsOf(file)) {
        const next = [`${target}.ts`, `${target}/index.ts`].find((name) => existsSync(join(ROOT, name)));
        if (!isPackage && next !== undefined) visit(next, [...path, file]);
      }
      finished.add(file);
    };
    for (const file of files.filter((name) => name.startsWith('src/core/'))) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
