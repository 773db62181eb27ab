/**
 * Collects the licences of everything that reaches a browser: the runtime packages with all that they need, and what the
 * build puts in besides. Each package's own files are the source, so that nothing is copied by hand.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** Development packages of which something is shipped: parts of the service worker, and the pose networks. */
const SHIPPED_BY_THE_BUILD = [
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  '@mediapipe/pose',
];

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/** Texts of the licence files that lie in a package. */
const textsOf = (folder) =>
  readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());

/**
 * @returns {{ name: string, version: string, licence: string, texts: string[] }[]} in the order of names; `texts` is empty
 *   where a package only names its licence
 */
export function shippedLicences() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const isShipped = ([path, { dev, optional, devOptional }]) =>
    path.startsWith('node_modules/') &&
    ((!dev && !devOptional && !optional) ||
      SHIPPED_BY_THE_BUILD.includes(path.slice('node_modules/'.length)));
  return Object.entries(packages)
    .filter(isShipped)
    .map(([path]) => join(ROOT, path))
    .filter((folder) => existsSync(folder))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return { name, version, licence: license ?? 'unknown', texts: textsOf(folder) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

const RULE = '-'.repeat(80);

/** Everything in one text. */
export const licencesText = () =>
  [
    readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim(),
    readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8').trim(),
    ...shippedLicences().map(({ name, version, licence, texts }) =>
      [`${name} ${version} (${licence})`, ...texts].join('\n\n'),
    ),
  ].join(`\n\n${RULE}\n\n`);

/** Vite plugin: lays the text beside the built app. */
export const licences = () => ({
  name: 'licences',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licencesText() });
  },
});
