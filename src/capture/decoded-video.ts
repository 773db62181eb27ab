import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import type { InputVideoTrack, VideoSample } from 'mediabunny';
import { millis } from '../core/units';
import type { FrameSource, SourceDescription, SourceEnd, SourceFault, SourceFrame } from './frame-source';
import { keepRate } from './keep-rate';
import type { OpenedVideo, VideoFileOptions } from './opened-video';

/** A file whose last frame ends this much before its stated end is cut off. Two frames at 15 a second, and rounding. */
const END_SLACK_S = 0.25;

/** The decoding behind `openVideoFile`; a module of its own because the decoder's library is loaded on demand. */
export const openDecodedVideo = async (file: File, options: VideoFileOptions): Promise<OpenedVideo> => {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    if (!(await input.canRead())) return refuse(input, 'file-unreadable', 'not a video file');
    if ((await input.getTracks()).length === 0) {
      return refuse(
        input,
        'file-unreadable',
        'a video container without content: the file is cut off or empty',
      );
    }
    const track = await input.getPrimaryVideoTrack();
    if (track === null) return refuse(input, 'file-no-video', 'the file has no video track');
    if (!(await track.canDecode())) {
      return refuse(
        input,
        'file-codec-unsupported',
        (await track.getCodecParameterString()) ?? 'unknown codec',
      );
    }
    const description = await describe(file, track);
    return { ok: true, source: new VideoFileSource(input, track, description, options) };
  } catch (error) {
    return refuse(input, 'file-unreadable', error);
  }
};

const refuse = (input: Input, code: SourceFault['code'], detail: unknown): OpenedVideo => {
  input.dispose();
  return { ok: false, fault: { code, detail: textOf(detail) } };
};

const describe = async (file: File, track: InputVideoTrack): Promise<SourceDescription> => {
  // From the file's index: computing it would read the whole file, and a file that is cut off would pass for whole.
  const durationS = await track.getDurationFromMetadata();
  return {
    label: file.name,
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    durationMs: durationS === null ? null : millis(durationS * 1000),
  };
};

class VideoFileSource implements FrameSource {
  readonly kind = 'video-file';
  readonly live = false;
  readonly #input: Input;
  readonly #track: InputVideoTrack;
  readonly #description: SourceDescription;
  readonly #options: VideoFileOptions;
  #isStopped = false;

  constructor(
    input: Input,
    track: InputVideoTrack,
    description: SourceDescription,
    options: VideoFileOptions,
  ) {
    this.#input = input;
    this.#track = track;
    this.#description = description;
    this.#options = options;
  }

  describe(): SourceDescription {
    return this.#description;
  }

  async run(deliver: (frame: SourceFrame) => Promise<void> | void): Promise<SourceEnd> {
    let endS = 0;
    try {
      const isDue = keepRate(this.#options.fps);
      for await (const sample of new VideoSampleSink(this.#track).samples()) {
        endS = sample.timestamp + sample.duration;
        const picture = this.#isStopped || !isDue(sample.timestamp) ? null : this.#pictureOf(sample);
        const timestampMs = millis(sample.timestamp * 1000);
        sample.close();
        if (this.#isStopped) return { kind: 'stopped' };
        if (picture !== null) await deliver({ kind: 'picture', picture, timestampMs });
      }
    } catch (error) {
      return truncated(endS, this.#description, textOf(error));
    } finally {
      this.#input.dispose();
    }
    const statedS = (this.#description.durationMs ?? 0) / 1000;
    return endS < statedS - END_SLACK_S
      ? truncated(endS, this.#description, 'pictures end early')
      : { kind: 'ended' };
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** The picture upright and, when asked, flipped. Drawn anew only where it must be. */
  #pictureOf(sample: VideoSample): VideoFrame {
    const isPlain = sample.rotation === 0 && !sample.flip && !this.#options.mirror;
    if (isPlain) return sample.toVideoFrame();
    const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas to turn the picture on');
    if (this.#options.mirror) context.setTransform(-1, 0, 0, 1, canvas.width, 0);
    sample.draw(context, 0, 0);
    return new VideoFrame(canvas, { timestamp: sample.microsecondTimestamp });
  }
}

const truncated = (endS: number, { durationMs }: SourceDescription, why: string): SourceEnd => ({
  kind: 'fault',
  fault: {
    code: 'file-truncated',
    detail: `readable up to ${endS.toFixed(1)} s of ${((durationMs ?? 0) / 1000).toFixed(1)} s (${why})`,
  },
});

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
