/**
 * Finds a Chromium to drive. The project downloads no browser of its own: it uses the one that is there, and on
 * Debian, as root, installs the distribution's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const env = process.env;

const CANDIDATES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/** Flags every start needs: no calls home, and a sandbox only where one can be had. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * WebGL in software on machines without a GPU, and only that: with `--use-angle=swiftshader` the page itself would be
 * composed by it too, which halves the rate of the live screen.
 */
export const BROWSER_FLAGS = ['--enable-unsafe-swiftshader'];

/**
 * Path of a Chromium, or null. `CHROMIUM_PATH` overrides the search.
 * @returns {string | null}
 */
export function findChromium() {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  return (CANDIDATES[process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}

const MISSING = [
  'No Chromium or Chrome was found, and the tests and `npm run analyse` need one.',
  '  Debian or Ubuntu:  sudo apt-get install chromium',
  '  macOS, Windows:    install Google Chrome, or set CHROMIUM_PATH to the browser',
].join('\n');

function installWithApt() {
  console.log('Installing Chromium through apt …');
  const run = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', 'chromium');
}

/**
 * Path of a Chromium, installing it where that can be done unasked. Throws with an instruction otherwise.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall && !env.CHROMIUM_PATH && installWithApt()) {
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(MISSING);
}
