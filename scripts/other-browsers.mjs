/**
 * Firefox and WebKit for the tests. Like Chromium they are the ones that are there; on Debian, as root, the
 * distribution's packages are installed. Where they cannot be had, their tests are left out, and the run says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = '/usr/lib';

/** WebKitGTK's own small browser lies among the libraries: `/usr/lib/ARCHITECTURE/webkit2gtk-VERSION/MiniBrowser`. */
function miniBrowser() {
  if (process.platform !== 'linux') return null;
  const architectures = readdirSync(LIBRARIES).filter((name) => name.endsWith('-linux-gnu'));
  return (
    architectures
      .map((name) => join(LIBRARIES, name))
      .flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => name.startsWith('webkit'))
          .map((name) => join(folder, name, 'MiniBrowser')),
      )
      .find((path) => existsSync(path)) ?? null
  );
}

const there = (path) => (existsSync(path) ? path : null);

/** A screen that nobody sees: these browsers have graphics only in front of one. */
const findScreen = () => there('/usr/bin/Xvfb');

/** @returns {{ browser: string, screen: string } | null} */
export function findFirefox() {
  const browser = there('/usr/bin/firefox-esr') ?? there('/usr/bin/firefox');
  const screen = findScreen();
  return browser && screen ? { browser, screen } : null;
}

/** @returns {{ browser: string, driver: string, screen: string } | null} */
export function findWebKit() {
  const browser = miniBrowser();
  const driver = there('/usr/bin/WebKitWebDriver');
  const screen = findScreen();
  return browser && driver && screen ? { browser, driver, screen } : null;
}

const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'libgl1-mesa-dri'];

/** Installs what is missing where that can be done unasked, and says what the tests will leave out. */
export function ensureOtherBrowsers() {
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if ((!findFirefox() || !findWebKit()) && canInstall) {
    console.log('Installing Firefox and WebKitGTK through apt …');
    const run = (...args) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
    // Without recommendations, and each by itself: one that is not to be had must not cost the other.
    if (run('update')) for (const name of PACKAGES) run('install', '-y', '--no-install-recommends', name);
  }
  for (const [name, found] of [
    ['Firefox', findFirefox()],
    ['WebKit', findWebKit()],
  ]) {
    if (!found)
      console.log(`Left out: the tests in ${name}, which is not installed (${PACKAGES.join(', ')}).`);
  }
}
