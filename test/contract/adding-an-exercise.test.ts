import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * docs/adding-an-exercise.md, followed to the letter: a made-up exercise is put into a copy of the project as the guide says, with
 * no other file changed, and everything that runs over exercises runs over it.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const COPY = join(ROOT, '.cache', 'added-exercise');
const GIVEN = join(ROOT, 'test', 'fixtures', 'added-exercise');
const COPIED = [
  ...['src', 'workers', 'scripts', 'models', 'test/support', 'test/fixtures/streams'],
  ...['test/contract/exercises.contract.test.ts', 'package.json', 'vitest.config.ts', 'vite.config.ts'],
  ...['tsconfig.base.json', 'tsconfig.core.json', 'tsconfig.json', 'tsconfig.node.json'],
];
/** What the guide asks for: the exercise, and its movement for the tests. */
const ADDED = {
  'side-leg-raise.exercise.ts': 'src/exercises',
  'side-leg-raise.movement.ts': 'test/support/simulator/movements',
  'side-leg-raise.test.ts': 'test/unit',
};

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', script), ...args],
    {
      cwd: COPY,
      encoding: 'utf8',
      // The inner run is one of its own, not a part of this one.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))),
    },
  );
  return { status, said: `${stdout}\n${stderr}`.slice(-4000) };
};

const vitest = (...args: string[]) =>
  run('vitest/vitest.mjs', 'run', '--root', COPY, '--project', 'node', ...args);

beforeAll(() => {
  rmSync(COPY, { recursive: true, force: true });
  for (const path of COPIED) cpSync(join(ROOT, path), join(COPY, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'), 'junction');
  for (const [file, folder] of Object.entries(ADDED)) {
    mkdirSync(join(COPY, folder), { recursive: true });
    cpSync(join(GIVEN, file), join(COPY, folder, file));
  }
});

describe('an exercise that is added as the guide says', () => {
  it('is two files, which the guide names', () => {
    const guide = readFileSync(join(ROOT, 'docs', 'adding-an-exercise.md'), 'utf8');
    expect(guide).toContain('src/exercises/<id>.exercise.ts');
    expect(guide).toContain('test/support/simulator/movements/<id>.movement.ts');
  });

  it('compiles with the core, without another line changed', () => {
    const { status, said } = run('typescript/bin/tsc', '-p', 'tsconfig.core.json', '--noEmit');
    expect(status, said).toBe(0);
  });

  it('keeps the contract of every exercise', () => {
    const { status, said } = vitest('test/contract', '-t', 'side-leg-raise');
    expect(status, said).toBe(0);
    expect(said).toMatch(/Tests .*\d+ passed/);
  });

  it('is offered, counted, judged, kept, reviewed and listed', () => {
    const { status, said } = vitest('test/unit/side-leg-raise.test.ts');
    expect(status, said).toBe(0);
    expect(said).toMatch(/3 passed/);
  });
});
