#!/usr/bin/env node
/**
 * Builds the pose bundles `pose_landmarker_{lite,full,heavy}.task` into `public/models/` and puts the WebAssembly of
 * the two engines into `public/wasm/` (MediaPipe) and `public/litert/`. All come from npm packages alone; none is committed.
 *
 *   node models/pose/build.mjs            build what is missing
 *   node models/pose/build.mjs --record   write the hashes of what was built into the manifest (after a version change)
 *
 * `manifest.json` says for every source and every result how many bytes and which SHA-256 it must have.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storedZip } from './stored-zip.mjs';
import { addMetadata, pictureMetadata } from './tflite-metadata.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const MANIFEST = join(import.meta.dirname, 'manifest.json');

/** Normalisation that each network was trained with: the detector on −1..1, the landmark model on 0..1. */
const DETECTOR = { name: 'pose_detector', mean: 127.5, std: 127.5 };
const LANDMARKS = { name: 'pose_landmarks_detector', mean: 0, std: 255 };

/**
 * Builds what is missing, and checks what it built against the manifest.
 * Files that already have the right size are taken as built, unless `verify` asks for their hashes too.
 * @param {{ verify?: boolean, log?: (line: string) => void }} options
 * @returns {{ built: string[] }} the files that were written
 * @throws when a source is missing or differs from the manifest, with what to do about it
 */
export const buildPoseBundles = ({ verify = false, log = () => {} } = {}) => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const built = [];
  for (const product of manifest.products) {
    if (isBuilt(product, verify)) continue;
    log(`building ${product.file}`);
    const bytes = make(product, (source) => readSource(manifest, source));
    check(bytes, product, 'Run `node models/pose/build.mjs --record` if the change was meant.');
    writeWhole(join(ROOT, product.file), bytes);
    built.push(product.file);
  }
  return { built };
};

/** A bundle of two networks, or a copy of one file. */
const make = (product, read) => {
  if (product.copyOf) return read(product.copyOf);
  const detector = addMetadata(read(product.detector), pictureMetadata(DETECTOR));
  const landmarks = addMetadata(read(product.landmarks), pictureMetadata(LANDMARKS));
  return storedZip([
    { name: 'pose_detector.tflite', bytes: detector },
    { name: 'pose_landmarks_detector.tflite', bytes: landmarks },
  ]);
};

const readSource = (manifest, name) => {
  const source = manifest.sources.find((entry) => entry.file === name);
  const path = join(ROOT, 'node_modules', source.package, source.file);
  if (!existsSync(path))
    throw new Error(`${source.package}/${source.file} is missing. Run \`npm ci\` and try again.`);
  const bytes = readFileSync(path);
  check(bytes, source, `Run \`npm ci\` to get ${source.package}@${source.version} again.`);
  return bytes;
};

const isBuilt = (product, verify) => {
  const path = join(ROOT, product.file);
  if (!existsSync(path) || statSync(path).size !== product.bytes) return false;
  return !verify || sha256(readFileSync(path)) === product.sha256;
};

const check = (bytes, entry, advice) => {
  if (bytes.length === entry.bytes && sha256(bytes) === entry.sha256) return;
  throw new Error(
    `${entry.file} is not the file that models/pose/manifest.json names ` +
      `(${bytes.length} bytes, expected ${entry.bytes}). ${advice}`,
  );
};

/** Writes under another name first, so that an interrupted build leaves no half file behind. */
const writeWhole = (path, bytes) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
};

const recordManifest = () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const read = (source) => {
    const entry = manifest.sources.find(({ file }) => file === source);
    return readFileSync(join(ROOT, 'node_modules', entry.package, entry.file));
  };
  for (const source of manifest.sources) Object.assign(source, measure(read(source.file)));
  for (const product of manifest.products) Object.assign(product, measure(make(product, read)));
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
};

const measure = (bytes) => ({ bytes: bytes.length, sha256: sha256(bytes) });
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--record')) recordManifest();
  const { built } = buildPoseBundles({ verify: true, log: (line) => console.log(line) });
  console.log(
    built.length === 0 ? 'pose bundles: nothing to do' : `pose bundles: ${built.length} files built`,
  );
}
