import type { PoseFrame } from '../core/pose/pose-frame';
import type { Millis } from '../core/units';

/** A picture or recorded landmarks, on their way into the pipeline. Whoever receives a picture closes it. */
export type SourceFrame =
  | { readonly kind: 'picture'; readonly picture: VideoFrame | ImageBitmap; readonly timestampMs: Millis }
  | { readonly kind: 'landmarks'; readonly pose: PoseFrame };

/** Why a source gives no frames. Closed; each has a message that says what to do (`ui/messages`). */
export const SOURCE_FAULT_CODES = [
  'camera-refused',
  'camera-absent',
  'camera-busy',
  'camera-lost',
  'camera-silent',
  'camera-unsupported',
  'file-unreadable',
  'file-no-video',
  'file-truncated',
  'file-codec-unsupported',
  'stream-invalid',
] as const;
export type SourceFault = { readonly code: (typeof SOURCE_FAULT_CODES)[number]; readonly detail: string };

/** How a source ended: by itself (a file's end), by `stop`, or by a fault. */
export type SourceEnd =
  | { readonly kind: 'ended' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fault'; readonly fault: SourceFault };

/**
 * The port behind which camera, video file and recorded landmarks are the same.
 *
 * A live source pushes: it hands over each frame and never waits. A recorded source waits for the promise that
 * `deliver` returns before it decodes the next frame, so that no frame is skipped.
 */
export interface FrameSource {
  readonly kind: 'camera' | 'video-file' | 'landmark-stream';
  /** True when frames must not be waited for: latest wins, the rest is dropped. */
  readonly live: boolean;
  /** Name, size and rate once known; for `landmark-stream` and `video-file` the duration too. */
  describe(): SourceDescription;
  /** Delivers frames until the source ends. Never rejects. */
  run(deliver: (frame: SourceFrame) => Promise<void> | void): Promise<SourceEnd>;
  /** Ends `run`; releases camera, decoder and file. Safe to call twice. */
  stop(): void;
}

export interface SourceDescription {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly durationMs: Millis | null;
}
