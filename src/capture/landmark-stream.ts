import * as v from 'valibot';
import { LANDMARK_COUNT } from '../core/pose/landmark';
import type { PoseFrame, PoseLandmarks } from '../core/pose/pose-frame';
import { millis } from '../core/units';
import type { FrameSource, SourceDescription, SourceEnd, SourceFault, SourceFrame } from './frame-source';
import { keepRate } from './keep-rate';
import { mirrorPose } from '../core/pose/access';

const finite = v.pipe(v.number(), v.finite());
const pixels = v.pipe(finite, v.minValue(1), v.maxValue(100_000));
/** Seconds; no recording lasts a year. */
const time = v.pipe(finite, v.minValue(-60), v.maxValue(366 * 24 * 3600));
const points = (stride: number) =>
  v.nullable(v.pipe(v.array(v.pipe(v.array(finite), v.length(stride))), v.length(LANDMARK_COUNT)));

/** `hipline.stream/1`: landmarks as recorded, one entry per picture. */
const StreamSchema = v.object({
  schema: v.literal('hipline.stream/1'),
  clip: v.string(),
  model: v.string(),
  width: pixels,
  height: pixels,
  fps: v.pipe(finite, v.minValue(0)),
  frames: v.array(v.object({ t: time, image: points(4), world: points(3) })),
});

export type LandmarkStream = v.InferOutput<typeof StreamSchema>;
type StreamFrame = LandmarkStream['frames'][number];

export type ParsedStream =
  | { readonly ok: true; readonly stream: LandmarkStream }
  | { readonly ok: false; readonly fault: SourceFault };

/** Reads and checks a stream's text. The fault says what is wrong, and where. */
export const parseLandmarkStream = (text: string): ParsedStream => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return invalid(`not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  const parsed = v.safeParse(StreamSchema, json, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return invalid(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { frames } = parsed.output;
  const unordered = frames.findIndex((frame, index) => index > 0 && frame.t <= (frames[index - 1]?.t ?? 0));
  if (unordered > 0) return invalid(`frames.${String(unordered)}.t is not later than the frame before`);
  return { ok: true, stream: parsed.output };
};

const invalid = (detail: string): ParsedStream => ({ ok: false, fault: { code: 'stream-invalid', detail } });

export interface StreamSourceOptions {
  /** Drops frames down to this rate; null keeps all. */
  readonly fps: number | null;
  /** As if the picture had been flipped before the model saw it. */
  readonly mirror: boolean;
}

/** A recorded landmark stream as a source: skips the pose model. */
export const createStreamSource = (
  stream: LandmarkStream,
  { fps, mirror }: StreamSourceOptions = { fps: null, mirror: false },
): FrameSource => {
  let isStopped = false;
  const description: SourceDescription = {
    label: stream.clip,
    width: stream.width,
    height: stream.height,
    durationMs: millis((stream.frames.at(-1)?.t ?? 0) * 1000),
  };
  return {
    kind: 'landmark-stream',
    live: false,
    describe: () => description,
    run: async (deliver: (frame: SourceFrame) => Promise<void> | void): Promise<SourceEnd> => {
      const isDue = keepRate(fps);
      for (const frame of stream.frames) {
        if (isStopped) return { kind: 'stopped' };
        if (!isDue(frame.t)) continue;
        const pose = toPoseFrame(stream, frame);
        await deliver({ kind: 'landmarks', pose: mirror ? mirrorPose(pose) : pose });
      }
      return { kind: 'ended' };
    },
    stop: () => {
      isStopped = true;
    },
  };
};

/** One entry of a stream as the pipeline has it. */
export const toPoseFrame = (
  { width, height }: Pick<LandmarkStream, 'width' | 'height'>,
  { t, image, world }: StreamFrame,
): PoseFrame => ({ timestampMs: millis(t * 1000), width, height, landmarks: toLandmarks(image, world) });

const toLandmarks = (image: StreamFrame['image'], world: StreamFrame['world']): PoseLandmarks | null =>
  image === null || world === null
    ? null
    : { image: Float32Array.from(image.flat()), world: Float32Array.from(world.flat()) };
