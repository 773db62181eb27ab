import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { PoseService } from '../../workers/protocol';
import { createStreamService } from '../analyse/recorded-stream';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/movement');
/** Whatever the movement model's answer depends on, besides the landmarks. */
const DEPENDS_ON = ['models/movement/weights', 'src/core/movement', 'src/core/body', 'workers/movement'];

/** The movement model's estimates for whole clips, kept between runs: an analyser's change needs no new ones. */
export interface MovementModel {
  /** Null while there are no weights: geometry stands in. */
  readonly id: string | null;
  estimate(frames: readonly PoseFrame[]): Promise<readonly (MovementEstimate | null)[]>;
  close(): Promise<void>;
}

export const openMovementModel = async (isWanted: boolean): Promise<MovementModel> => {
  const service = await createStreamService({ withMovement: isWanted });
  const status = await service.movementStatus();
  if (status.kind === 'failed') throw new Error(`the movement model does not load: ${status.detail}`);
  const id = status.kind === 'ready' ? status.id : null;
  const version = hashFolders();
  return {
    id,
    estimate: (frames) =>
      id === null ? Promise.resolve(frames.map(() => null)) : cached(service, version, frames),
    close: () => service.close(),
  };
};

const cached = async (
  service: PoseService,
  version: string,
  frames: readonly PoseFrame[],
): Promise<readonly (MovementEstimate | null)[]> => {
  const path = join(CACHE, `${keyOf(version, frames)}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as (MovementEstimate | null)[];
  await service.reset();
  const estimates: (MovementEstimate | null)[] = [];
  for (const frame of frames) {
    const result = await service.observe(frame);
    if (!result.ok) throw new Error(`the movement model failed: ${result.fault.detail}`);
    estimates.push(result.value.movement);
  }
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(path, JSON.stringify(estimates));
  return estimates;
};

const keyOf = (version: string, frames: readonly PoseFrame[]): string => {
  const hash = createHash('sha256').update(version);
  for (const { timestampMs, landmarks } of frames) {
    hash.update(String(timestampMs));
    if (landmarks) hash.update(landmarks.image).update(landmarks.world);
  }
  return hash.digest('hex').slice(0, 24);
};

const hashFolders = (): string => {
  const hash = createHash('sha256');
  for (const folder of DEPENDS_ON) hashFolder(hash, join(ROOT, folder));
  return hash.digest('hex');
};

const hashFolder = (hash: Hash, folder: string): void => {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashFolder(hash, path);
    else hash.update(entry.name).update(readFileSync(path));
  }
};
