import type { FrameSource, SourceEnd, SourceFrame } from '../capture/frame-source';
import type { TrackedBody } from '../core/body/body-tracker';
import type { MovementEstimate } from '../core/movement/movement-estimate';
import type { PoseFrame } from '../core/pose/pose-frame';
import type { SetEngine, SetStep } from '../core/session/set-engine';
import type { Detection, PoseFault, PoseService, Result } from '../../workers/protocol';
import { FrameGate } from './frame-gate';
import { SessionMeter } from './session-meter';
import type { SessionStats } from './session-meter';

/** What one picture gave, all the way through the core. */
export interface SessionFrame {
  readonly pose: PoseFrame;
  readonly tracked: TrackedBody;
  readonly movement: MovementEstimate | null;
  /** Null while no set is running (set-up, rest). */
  readonly step: SetStep | null;
  readonly inferenceMs: number;
  readonly stats: SessionStats;
  /** The picture itself, good until the observer returns; null where it is not kept, and for recorded landmarks. */
  readonly picture: VideoFrame | null;
}

/** What was read of one frame, and the picture that it was. */
interface ReadFrame {
  readonly result: Result<Detection>;
  readonly picture: VideoFrame | null;
}

export interface SessionOptions {
  /** Whether the observer is given each picture with what was read of it. */
  readonly keepsPictures: boolean;
}

/** Who watches a session. Called on every picture, in order. */
export interface SessionObserver {
  onFrame(frame: SessionFrame): void;
  /** A picture was lost to a fault. The session goes on; the supervisor says separately what it does about it. */
  onFault(fault: PoseFault): void;
}

/**
 * Runs a source through the pose service and the core: source ▶ gate ▶ service ▶ engine ▶ observer.
 *
 * A live source never waits: the newest picture wins. A recorded one is taken frame by frame. Camera and worker keep
 * running between sets; {@link use} says which set the pictures belong to, and a replaced worker does not touch it.
 */
export class LiveSession {
  readonly #source: FrameSource;
  readonly #service: PoseService;
  readonly #observer: SessionObserver;
  readonly #keepsPictures: boolean;
  readonly #meter: SessionMeter;
  #engine: SetEngine | null = null;
  #failure: Error | null = null;

  constructor(
    source: FrameSource,
    service: PoseService,
    observer: SessionObserver,
    now: () => number,
    { keepsPictures }: SessionOptions = { keepsPictures: false },
  ) {
    this.#source = source;
    this.#service = service;
    this.#observer = observer;
    this.#keepsPictures = keepsPictures;
    this.#meter = new SessionMeter(source.live ? now : null);
  }

  /** The set that the following pictures belong to; null between sets. The caller finishes the one before. */
  use(engine: SetEngine | null): void {
    this.#engine = engine;
  }

  /**
   * Runs until the source ends. Source faults are part of the answer, faults of the worker go to the observer.
   * @throws what the core or the observer threw: a bug, not a fault
   */
  async run(): Promise<SourceEnd> {
    const gate = new FrameGate<SourceFrame, ReadFrame | null>(
      (frame) => this.#read(frame),
      (read) => {
        this.#use(read);
      },
      release,
    );
    const end = await this.#source.run(
      this.#source.live
        ? (frame) => {
            gate.offer(frame);
            this.#meter.dropped = gate.dropped;
          }
        : async (frame) => {
            this.#use(await this.#read(frame));
          },
    );
    await gate.close();
    if (this.#failure !== null) throw this.#failure;
    return end;
  }

  /** Ends the source, and with it {@link run}. */
  stop(): void {
    this.#source.stop();
  }

  /** Null after a failure: nobody looks at what comes then. */
  async #read(frame: SourceFrame): Promise<ReadFrame | null> {
    if (this.#failure !== null) {
      release(frame);
      return null;
    }
    const picture = this.#keepsPictures && frame.kind === 'picture' ? copyOf(frame.picture) : null;
    try {
      return { result: await this.#infer(frame), picture };
    } catch (error) {
      picture?.close();
      this.#fail(error);
      return null;
    }
  }

  #use(read: ReadFrame | null): void {
    if (read === null) return;
    try {
      if (this.#failure === null) this.#process(read.result, read.picture);
    } catch (error) {
      this.#fail(error);
    } finally {
      read.picture?.close();
    }
  }

  #fail(error: unknown): void {
    this.#failure = error instanceof Error ? error : new Error(String(error));
    this.#source.stop();
  }

  #process(result: Result<Detection>, picture: VideoFrame | null): void {
    if (!result.ok) {
      this.#observer.onFault(result.fault);
      return;
    }
    const { pose, tracked, movement, inferenceMs } = result.value;
    const stats = this.#meter.measure(pose, inferenceMs);
    const step = this.#engine?.step({ tracked, movement }) ?? null;
    this.#observer.onFrame({ pose, tracked, movement, step, inferenceMs, stats, picture });
  }

  #infer(frame: SourceFrame): Promise<Result<Detection>> {
    return frame.kind === 'picture'
      ? this.#service.detect(frame.picture, frame.timestampMs)
      : this.#service.observe(frame.pose);
  }
}

/** Closes the picture of a frame that nobody will look at. */
const release = (frame: SourceFrame): void => {
  if (frame.kind === 'picture') frame.picture.close();
};

/** A second handle on the same picture, which costs nothing; a bitmap has none. */
const copyOf = (picture: VideoFrame | ImageBitmap): VideoFrame | null =>
  'clone' in picture ? picture.clone() : null;
