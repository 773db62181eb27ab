#!/usr/bin/env node
/**
 * `npm test`: installs what is missing, then runs the checks and every test, and ends with `N passed, N failed`.
 * Further arguments go to vitest (`npm test -- --project node curtsy`) and then only vitest runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureOtherBrowsers } from './other-browsers.mjs';
import { ROOT, setUp } from './setup.mjs';

const REPORT = join(ROOT, '.cache', 'test-report.json');

/** Runs vitest with a report to read the numbers from, since its own closing line is for people. */
function runVitest(args) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(REPORT, { force: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return { status, ...readReport() };
}

/** Test counts, or one failure when vitest died before it could write them. */
function readReport() {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function main() {
  await setUp();
  process.env.CHROMIUM_PATH = ensureChromium();
  ensureOtherBrowsers();
  const { runChecks } = await import('./check.mjs');
  const args = process.argv.slice(2);
  const checks = args.length > 0 ? [] : runChecks();
  const tests = runVitest(args);
  const passed = tests.passed + checks.filter((check) => check.passed).length;
  const failed = tests.failed + checks.filter((check) => !check.passed).length;
  // A failure outside any test (an unhandled rejection) must not be lost.
  const lost = tests.status !== 0 && tests.failed === 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed + lost} failed`);
  return failed + lost === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
