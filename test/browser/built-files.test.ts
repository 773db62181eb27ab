import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostFiles } from '../../scripts/host-files.mjs';
import { securityHeaders } from '../../scripts/headers.mjs';
import { startBytes, startScripts, startWords } from '../../scripts/start-weight.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');
const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const read = (file: string): string => readFileSync(join(DIST, file), 'latin1');

/** Hosts whose names stand in what is built, and why none of them is ever asked for anything. */
const ONLY_NAMED: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of XML namespaces',
  'www.apache.org': 'the licence, in the pose networks and in comments',
  'www.tensorflow.org': 'a manual named in error messages of the inference runtime',
  'github.com': 'issues named in comments and messages of the runtimes',
  'www.shadertoy.com': 'comment of a shader of TensorFlow.js',
  'arxiv.org': 'comment of a shader of TensorFlow.js',
  'bit.ly': 'a manual named in an error message of Workbox',
  'www.khronos.org': 'comment of the WebAssembly loader',
  'www.ietf.org': 'comment of the WebAssembly loader',
  'tools.ietf.org': 'comment of the WebAssembly loader',
  'webkit.org': 'comment of the WebAssembly loader',
  'developer.mozilla.org': 'comment of the WebAssembly loader',
  'bugzil.la': 'comment of the WebAssembly loader',
  'unicode.org': 'comment of the WebAssembly loader',
  'server.com': 'example in a comment of the WebAssembly loader',
  'pubs.opengroup.org': 'comment of the WebAssembly loader',
  'kripken.github.io': 'comment of the WebAssembly loader',
  'en.wikipedia.org': 'comment of the WebAssembly loader',
  go: 'names of Google’s own pages in comments of the WebAssembly',
  goto: 'names of Google’s own pages in comments of the WebAssembly',
};

describe('the built files', () => {
  // Newer releases of the pose package post usage to a third party: it is pinned, and this says why.
  it('name no host that could be asked for anything', () => {
    const unknown = files
      .filter((file) => file !== 'licences.txt')
      .flatMap((file) =>
        [...read(file).matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi)]
          .map(([, host]) => host?.toLowerCase() ?? '')
          .filter((host) => !(host in ONLY_NAMED))
          .map((host) => `${file}: ${host}`),
      );
    expect(unknown).toEqual([]);
  });

  it('name nothing by the root of the host: the app works from any folder', () => {
    const page = read('index.html');
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => address?.startsWith('/'))).toEqual([]);
    const manifests = files.filter((file) => file.endsWith('.webmanifest'));
    expect(manifests).toHaveLength(3);
    for (const file of manifests) {
      const manifest = JSON.parse(read(file)) as { id: string; start_url: string; scope: string };
      expect([manifest.id, manifest.start_url, manifest.scope]).toEqual(['./', './#/', './']);
    }
  });

  it('keep the first screen under 60 kB of compressed script, its words in the longest language among it', () => {
    const [scripts, words] = [startScripts(DIST), startWords(DIST)];
    expect(scripts.length).toBeGreaterThan(0);
    expect(words).toHaveLength(3);
    expect(startBytes(DIST), JSON.stringify({ scripts, words })).toBeLessThan(60_000);
  });

  it('show the first screen without what counts and judges', () => {
    // A threshold's reason stands in an exercise's file, and is no part of its card.
    const reason = 'standing quietly on the step stays within';
    const holding = files.filter((file) => file.endsWith('.js') && read(file).includes(reason));
    expect(holding.length).toBeGreaterThan(0);
    expect(startScripts(DIST).filter(({ file }) => holding.includes(file))).toEqual([]);
  });

  it('say the order of the style layers before any other style', () => {
    const [, first] = /rel="stylesheet"[^>]*href="([^"]+)"/.exec(read('index.html')) ?? [];
    expect(first).toBe('./layers.css');
    const order = /@layer [\w, ]+;/.exec(read('layers.css'))?.[0];
    expect(order).toBeDefined();
    expect(readFileSync(resolve(import.meta.dirname, '../../src/ui/theme/index.css'), 'utf8')).toContain(
      order,
    );
  });

  it('hold the security headers in the words of every common host', () => {
    const written: Readonly<Record<string, string>> = hostFiles();
    for (const file of ['_headers', '.htaccess', 'vercel.json', 'nginx-headers.conf']) {
      expect(files).toContain(file);
      for (const [name, value] of Object.entries(securityHeaders())) {
        expect(read(file)).toContain(name);
        expect(read(file)).toContain(value);
      }
      expect(read(file)).toBe(written[file]);
    }
  });

  it('hold the licences of all that is shipped', () => {
    const text = readFileSync(join(DIST, 'licences.txt'), 'utf8');
    for (const part of [
      'Apache License',
      'Mozilla Public License',
      'SIL OPEN FONT LICENSE',
      'preact',
      'MIT',
    ]) {
      expect(text.toLowerCase()).toContain(part.toLowerCase());
    }
  });
});
