import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPoseBundles } from '../../../models/pose/build.mjs';
import { layOut, reader, string, table, vector } from '../../../models/pose/flatbuffer.mjs';
import manifest from '../../../models/pose/manifest.json';
import { storedZip } from '../../../models/pose/stored-zip.mjs';
import { addMetadata, pictureMetadata } from '../../../models/pose/tflite-metadata.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const LITE = readFileSync(join(ROOT, 'node_modules/@mediapipe/pose/pose_landmark_lite.tflite'));

describe('the manifest', () => {
  it('describes what is built, to the byte', () => {
    buildPoseBundles();
    for (const { file, bytes, sha256 } of manifest.products) {
      const built = readFileSync(join(ROOT, file));
      expect(built.length).toBe(bytes);
      expect(createHash('sha256').update(built).digest('hex')).toBe(sha256);
    }
  });

  it('names a licence and an origin for everything', () => {
    for (const source of manifest.sources) {
      expect(source).toMatchObject({ licence: 'Apache-2.0' });
      expect(existsSync(join(ROOT, 'node_modules', source.package, source.file))).toBe(true);
    }
  });

  it('needs no building when all is there', () => {
    buildPoseBundles();
    expect(buildPoseBundles({ verify: true })).toEqual({ built: [] });
  });
});

/** Positions in a FlatBuffer, by field numbers; a missing field fails the test. */
const walk = (bytes: Uint8Array) => {
  const of = reader(bytes);
  const at = (tableAt: number, field: number): number => {
    const position = of.reference(tableAt, field);
    if (position === null) throw new Error(`field ${String(field)} is not set`);
    return position;
  };
  const tables = (tableAt: number, field: number): number[] => of.elements(at(tableAt, field));
  const firstOf = (tableAt: number, field: number): number => tables(tableAt, field)[0] ?? NaN;
  return { root: of.root(), identifier: of.identifier(), uint: of.uint, at, tables, firstOf };
};

describe('adding metadata to a model', () => {
  const metadata = pictureMetadata({ name: 'test', mean: 127.5, std: 2 });
  const withMetadata = addMetadata(LITE, metadata);
  const prefix = withMetadata.length - LITE.length;

  it('leaves the old bytes as they are, on a multiple of 64', () => {
    expect(prefix % 64).toBe(0);
    expect(Buffer.from(withMetadata.subarray(prefix)).equals(LITE)).toBe(true);
  });

  it('keeps every buffer of the model and adds one', () => {
    const [before, after] = [walk(LITE), walk(withMetadata)];
    const old = before.tables(before.root, 4);
    const now = after.tables(after.root, 4);
    expect(now.slice(0, -1).map((at) => at - prefix)).toEqual(old);
    expect(now).toHaveLength(old.length + 1);
  });

  it('can be read back: an entry TFLITE_METADATA whose buffer is the metadata, on a multiple of 16', () => {
    const { root, at, tables, uint } = walk(withMetadata);
    const entry = tables(root, 6).at(-1) ?? NaN;
    const nameAt = at(entry, 0) + 4;
    expect(Buffer.from(withMetadata.subarray(nameAt, nameAt + 15)).toString()).toBe('TFLITE_METADATA');
    const dataAt = at(tables(root, 4)[uint(entry, 1)] ?? NaN, 0) + 4;
    expect(dataAt % 16).toBe(0);
    const stored = Buffer.from(withMetadata.subarray(dataAt, dataAt + metadata.length));
    expect(stored.equals(Buffer.from(metadata))).toBe(true);
  });

  it('writes mean and standard deviation where MediaPipe looks for them', () => {
    const { root, identifier, at, firstOf } = walk(metadata);
    expect(identifier).toBe('M001');
    const unit = firstOf(firstOf(firstOf(root, 3), 2), 4);
    const options = at(unit, 1);
    const view = new DataView(metadata.buffer);
    expect(view.getFloat32(at(options, 0) + 4, true)).toBe(127.5);
    expect(view.getFloat32(at(options, 1) + 4, true)).toBe(2);
  });

  it('refuses what is no TFLite model', () => {
    expect(() => addMetadata(new Uint8Array(64), metadata)).toThrow('TFL3');
  });
});

describe('laying out a FlatBuffer', () => {
  it('gives a shared child one place', () => {
    const shared = string('once');
    const { root, tables } = walk(layOut(table({ 0: { ref: vector([shared, shared]) } }), 'TEST'));
    const [first, second] = tables(root, 0);
    expect(first).toBe(second);
  });
});

describe('the archive', () => {
  it('keeps every file uncompressed, on a multiple of 64', () => {
    const files = [
      { name: 'a.bin', bytes: Buffer.from('first') },
      { name: 'longer-name.bin', bytes: Buffer.alloc(1000, 7) },
    ];
    const zip = storedZip(files);
    for (const { bytes } of files) {
      const at = zip.indexOf(bytes);
      expect(at).toBeGreaterThan(0);
      expect(at % 64).toBe(0);
    }
    expect(zip.readUInt16LE(zip.length - 22 + 10)).toBe(2);
    expect(zip.readUInt32LE(zip.readUInt32LE(zip.length - 22 + 16))).toBe(0x02014b50);
  });
});
