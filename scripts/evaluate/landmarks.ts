import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { PoseModel } from '../../workers/protocol';
import { extractStreams } from '../analyse/extract';
import type { Clip } from './clips';
import { readStreamFile } from './landmark-stream';

const CACHE = resolve(import.meta.dirname, '../../.cache/landmarks');

/** Where the landmarks of a video are kept: the name follows the content, so an edited clip is measured again. */
const cachePath = (video: string, model: PoseModel): string => {
  const hash = createHash('sha256').update(readFileSync(video)).digest('hex').slice(0, 16);
  return join(CACHE, `${hash}.${model}.json`);
};

/** Measures what is missing, once, in one browser start; the next run finds it in the cache. */
export const measureMissing = async (clips: readonly Clip[], model: PoseModel): Promise<void> => {
  const missing = clips.flatMap((clip) => {
    const { video } = clip;
    return video && !clip.recorded(model) && !existsSync(cachePath(video, model)) ? [video] : [];
  });
  if (missing.length === 0) return;
  console.error(`measuring the landmarks of ${String(missing.length)} clips with the ${model} model …`);
  await extractStreams(missing, model, (video, stream) => {
    const path = cachePath(video, model);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(stream));
    console.error(`  ${stream.clip}`);
  });
};

/** The landmarks of a clip; null when this model's are neither recorded nor measurable. */
export const landmarksOf = (clip: Clip, model: PoseModel): readonly PoseFrame[] | null => {
  const recorded = clip.recorded(model);
  if (recorded) return recorded;
  if (!clip.video) return null;
  const path = cachePath(clip.video, model);
  return existsSync(path) ? readStreamFile(path) : null;
};
