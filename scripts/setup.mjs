#!/usr/bin/env node
/**
 * Makes a fresh clone ready: installs the npm packages, builds the pose bundles, puts the movement model where it is
 * served. Does only what is missing and says what it does. Plain Node, because nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = resolve(import.meta.dirname, '..');
const LOCK = join(ROOT, 'package-lock.json');
/** npm writes this last, when everything is in place. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isOldEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (!isOldEnough) {
    throw new Error(
      `Hipline needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
}

/** Whether the packages were installed since the lock file changed last, by this script or by hand. */
const isInstalled = () => existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs;

function installPackages() {
  if (isInstalled()) return;
  console.error('Installing the npm packages …');
  // npm is a .cmd file on Windows, which only a shell can start; the command is a constant.
  const status = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: ROOT,
    // Its words go where ours go: what a script prints on stdout is its result.
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: true,
  }).status;
  if (status !== 0) throw new Error('npm could not install the packages: see above. Is this machine online?');
}

/** Copies the movement model's weights to where they are served. */
export function placeMovementModel() {
  const from = join(ROOT, 'models', 'movement', 'weights');
  const to = join(ROOT, 'public', 'models', 'movement');
  mkdirSync(to, { recursive: true });
  // Files of an earlier format would be served, and kept for use without network, for nothing.
  const wanted = new Set(readdirSync(from));
  for (const name of readdirSync(to)) if (!wanted.has(name)) rmSync(join(to, name));
  // With their times: a copy of the same weights must not make the build look old.
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Everything a build, a test or a script needs. */
export async function setUp() {
  checkNode();
  installPackages();
  const { buildPoseBundles } = await import('../models/pose/build.mjs');
  await buildPoseBundles();
  placeMovementModel();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await setUp();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
