import { signal, type Signal } from '@preact/signals';
import { PictureCopy } from '../../capture/picture-copy';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { lightOf, type Light } from '../../core/pose/light';
import type { PoseFrame } from '../../core/pose/pose-frame';
import { learnPaths, NO_PATHS, pathsIn } from '../../core/session/own-path';
import type { SetState, SetStep } from '../../core/session/set-engine';
import type { ShownSteps } from '../../overlay/layers/footprints';
import { createOverlay, type Overlay, type OverlayInput } from '../../overlay/renderer';
import { fitPicture, type Size } from '../../overlay/viewport';
import type { SessionFrame } from '../../pipeline/live-session';
import { bodyBox, freeSpan, startRoom, stepRoom, wayBox, type Room } from '../model/room';
import type { LightMeter } from './light-meter';
import type { LiveParts } from './live-parts';
import { words } from '../language';

/** So long after the last picture that was read the camera's own shows again, milliseconds; the slowest model reads faster. */
const STALLED_AFTER_MS = 1500;

/**
 * The mirrored picture of the camera with what was seen drawn over it. The picture is the camera's own, or, where frames come
 * with it, the one that was read: then both are one drawing, and the screen is composed half as often.
 */
export class ShownPicture {
  /** Null before the first one. */
  readonly size: Signal<{ width: number; height: number } | null> = signal(null);
  /** Whether the picture is part of the drawing, and the camera's own has no need to show. */
  readonly isDrawn: Signal<boolean> = signal(false);
  /** Where what is shown stands, clear of the body. */
  readonly room: Signal<Room> = signal(startRoom().room);
  #roomState = startRoom();
  #screen: Size | null = null;
  #steps: ShownSteps | null = null;
  #paths = NO_PATHS;
  #exercise: SetState['exercise'] = null;
  readonly #light: LightMeter;
  #stream: MediaStream | null = null;
  #video: HTMLVideoElement | null = null;
  #overlay: Overlay | null = null;
  readonly #copy = new PictureCopy();
  /** Of the picture that is drawn; null while the camera's own shows. */
  #pixels: ImageData | null = null;
  /** Counts how often what is drawn was taken away. */
  #clearings = 0;
  readonly #wait: LiveParts['wait'];
  #stopWaiting: () => void = () => undefined;

  constructor(light: LightMeter, wait: LiveParts['wait']) {
    this.#light = light;
    this.#wait = wait;
  }

  attach(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
    this.#video = video;
    this.#overlay = createOverlay(canvas, { mirrored: true, onPicture: true, labels: words.hud.drawn });
    this.#play();
  }

  resize(width: number, height: number): void {
    this.#screen = { width, height };
    this.#overlay?.resize({ width, height }, devicePixelRatio);
  }

  showCamera(stream: MediaStream): void {
    this.#stream = stream;
    this.#play();
  }

  show(
    { pose, step, picture }: Pick<SessionFrame, 'pose' | 'step' | 'picture'>,
    view: ExerciseDefinition['view'],
    steps: ShownSteps | null,
  ): void {
    const { width, height } = pose;
    if (this.size.value?.width !== width || this.size.value.height !== height) {
      this.size.value = { width, height };
    }
    if (step) this.#learn(step);
    this.#steps = steps;
    const paths = pathsIn(this.#paths, step?.live.side ?? null);
    const drawn = {
      pose,
      frame: step?.frame ?? null,
      faults: step?.live.faults ?? [],
      paths,
      ...(steps && { steps }),
      ...(this.#screen && { free: freeSpan(this.room.value, this.#screen) }),
      view,
    };
    if (picture === null) this.#overlay?.show(drawn);
    else void this.#showOn(picture, drawn);
  }

  /** Waits for the pixels; meanwhile, and where they cannot be had, what was seen is drawn over the camera's own picture. */
  async #showOn(picture: VideoFrame, drawn: OverlayInput): Promise<void> {
    const clearings = this.#clearings;
    const image = await this.#copy.pixelsOf(picture);
    // Taken away while the pixels were under way.
    if (clearings !== this.#clearings) return;
    if (image) this.#coverCamera(image);
    if (image || !this.isDrawn.value) this.#overlay?.show({ ...drawn, picture: image });
  }

  /** As long as pictures come. */
  #coverCamera(pixels: ImageData): void {
    this.#pixels = pixels;
    this.isDrawn.value = true;
    this.#stopWaiting();
    this.#stopWaiting = this.#wait(STALLED_AFTER_MS, () => {
      this.clear();
    });
  }

  /** The person's own path is kept over all sets of an exercise. */
  #learn({ state, events }: SetStep): void {
    if (state.exercise !== this.#exercise) this.#paths = NO_PATHS;
    this.#exercise = state.exercise;
    this.#paths = learnPaths(this.#paths, events);
  }

  /** Moves what is shown out of the body's way. Not in a rest: there the picture itself stands aside. */
  makeRoom({ pose, tracked }: SessionFrame): void {
    if (this.#screen === null || tracked.lost !== null) return;
    const viewport = fitPicture(pose, this.#screen, true);
    const body = bodyBox(pose, viewport, this.#screen);
    const way = this.#steps && wayBox(this.#steps.plan, viewport, this.#screen);
    this.#roomState = stepRoom(this.#roomState, body, pose.timestampMs, way);
    this.room.value = this.#roomState.room;
  }

  /**
   * How the person is lit; null while there is no picture, or it was read only just now.
   *
   * @param everyMs how seldom it is read
   */
  light(pose: PoseFrame, everyMs: number): Light | null {
    const picture = this.#pixels ?? this.#video;
    const grid = picture ? this.#light.read(picture, pose.timestampMs, everyMs) : null;
    return grid === null ? null : lightOf(grid, pose);
  }

  /** Takes what is drawn away; the camera's own picture stays. */
  clear(): void {
    this.#clearings += 1;
    this.#pixels = null;
    this.#stopWaiting();
    this.isDrawn.value = false;
    this.#overlay?.clear();
  }

  dispose(): void {
    this.#stopWaiting();
    this.#overlay?.dispose();
  }

  #play(): void {
    if (this.#video === null || this.#stream === null) return;
    this.#video.srcObject = this.#stream;
    // Rejected when the stream ends before its first picture; the source tells of that itself.
    this.#video.play().catch(() => undefined);
  }
}
