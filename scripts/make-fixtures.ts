import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findClips } from './evaluate/clips';
import { packFixture } from './evaluate/fixture-stream';
import { landmarksOf, measureMissing } from './evaluate/landmarks';
import { FIXTURES } from './evaluate/options';

const USAGE = 'usage: node scripts/run.mjs scripts/make-fixtures.ts FOLDER [NAME...]';
const BAD_USAGE = 2;

/**
 * Makes the project's own fixtures from a folder of clips with truth: landmarks of the full model, packed, and the
 * truth without its frames. Clips are taken whose name begins with one of the names, or all.
 * @returns the exit status: 0, 2 for bad usage
 */
export const main = async ([folder, ...names]: readonly string[]): Promise<number> => {
  if (folder === undefined || !existsSync(folder)) {
    console.error(USAGE);
    return BAD_USAGE;
  }
  const clips = findClips(folder).filter(
    (clip) => names.length === 0 || names.some((name) => clip.name.startsWith(name)),
  );
  await measureMissing(clips, 'full');
  mkdirSync(FIXTURES, { recursive: true });
  let total = 0;
  for (const clip of clips) {
    const frames = landmarksOf(clip, 'full');
    if (!frames) continue;
    const packed = packFixture({ clip: clip.name, model: 'full', frames });
    writeFileSync(join(FIXTURES, `${clip.name}.full.stream.gz`), packed);
    writeFileSync(join(FIXTURES, `${clip.name}.truth.json`), trimTruth(join(folder, `${clip.name}.json`)));
    total += packed.length;
    console.log(`${basename(clip.name)}: ${String(frames.length)} frames, ${String(packed.length)} bytes`);
  }
  console.log(`${String(total)} bytes in all`);
  return 0;
};

interface TruthFile {
  readonly frames?: readonly Record<string, unknown>[];
}

/** Of every frame only what measures are compared with. */
const KEPT = ['t', 'pelvisObliquityDeg', 'trunkLeanDeg', 'kneeFppaDeg', 'fppaValid', 'bodyLineDeg'];

/** What the clip is compared with: repetitions, holds, faults, and one short line for each frame. */
const trimTruth = (path: string): string => {
  const { frames = [], ...truth } = JSON.parse(readFileSync(path, 'utf8')) as TruthFile;
  const head = JSON.stringify(truth, null, 1).slice(0, -2);
  const lines = frames.map((frame) =>
    JSON.stringify(Object.fromEntries(KEPT.flatMap((key) => (key in frame ? [[key, frame[key]]] : [])))),
  );
  return `${head},\n "frames": [\n${lines.join(',\n')}\n]}\n`;
};
