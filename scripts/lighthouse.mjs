#!/usr/bin/env node
/**
 * Lighthouse on the first screen of the built app, as the desktop that it is made for. A script and no test: how fast a
 * page is depends on what else the machine does.
 *
 *   node scripts/lighthouse.mjs [--mobile]
 *
 * Prints the four scores, with what is wanted of each and what cost points; exit status 1 where one is below.
 */
import { chromium } from 'playwright-core';
import { buildApp } from './build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { serveApp } from './serve.mjs';
import { setUp } from './setup.mjs';

const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const PORT = 9333;

await setUp();
await buildApp();
const { default: lighthouse, desktopConfig } = await import('lighthouse');
const app = await serveApp();
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${PORT}`],
});
try {
  const config = process.argv.includes('--mobile') ? undefined : desktopConfig;
  const { lhr } = await lighthouse(app.url, { port: PORT, onlyCategories: Object.keys(WANTED) }, config);
  for (const [id, { score, auditRefs }] of Object.entries(lhr.categories)) {
    const points = Math.round((score ?? 0) * 100);
    if (points < WANTED[id]) process.exitCode = 1;
    console.log(`${id}: ${points} (wanted: ${WANTED[id]})`);
    const lost = auditRefs
      .map((reference) => ({ ...reference, audit: lhr.audits[reference.id] }))
      .filter(({ weight, audit }) => weight > 0 && audit.score !== null && audit.score < 1);
    for (const { audit } of lost) console.log(`  ${audit.title}: ${audit.displayValue ?? audit.score}`);
  }
} finally {
  await browser.close();
  await app.close();
}
