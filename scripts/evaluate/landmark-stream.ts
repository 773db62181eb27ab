import { readFileSync } from 'node:fs';
import { parseLandmarkStream, toPoseFrame } from '../../src/capture/landmark-stream';
import type { PoseFrame } from '../../src/core/pose/pose-frame';

/** Reads a `hipline.stream/1` file into pose frames. Throws when it is something else. */
export const readStreamFile = (path: string): readonly PoseFrame[] => {
  const parsed = parseLandmarkStream(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${parsed.fault.detail}`);
  return parsed.stream.frames.map((frame) => toPoseFrame(parsed.stream, frame));
};
