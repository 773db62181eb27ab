#!/usr/bin/env node
/**
 * The checks that need no run: types (one compile per realm), lint, format.
 *
 *   node scripts/check.mjs [types] [lint] [format]      all three when none is named
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

const bin = (path) => join(ROOT, 'node_modules', path);
const TSC = bin('typescript/bin/tsc');

const CHECKS = {
  types: ['core', 'workers', 'app', 'node'].map((realm) => [TSC, '-p', `tsconfig.${realm}.json`]),
  lint: [[bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  format: [[bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
};

/** Runs the named checks. @returns {{ name: string, passed: boolean }[]} */
export function runChecks(names = Object.keys(CHECKS)) {
  return names.flatMap((name) =>
    CHECKS[name].map((args) => {
      const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
      const label = name === 'types' ? `types ${args[2]}` : name;
      console.log(`${status === 0 ? '✓' : '✗'} ${label}`);
      return { name: label, passed: status === 0 };
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in CHECKS));
  if (unknown.length > 0) {
    console.error(`unknown check ${unknown.join(', ')}: types, lint or format`);
    process.exit(2);
  }
  const results = runChecks(named.length > 0 ? named : undefined);
  process.exit(results.every((result) => result.passed) ? 0 : 1);
}
