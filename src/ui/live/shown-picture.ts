import { signal, type Signal } from '@preact/signals';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { Millis } from '../../core/units';
import { createOverlay, type Overlay } from '../../overlay/renderer';
import type { SessionFrame } from '../../pipeline/live-session';
import type { LightMeter } from './light-meter';
import { words } from '../language';

/** The mirrored picture of the camera with what was seen drawn over it. */
export class ShownPicture {
  /** Null before the first one. */
  readonly size: Signal<{ width: number; height: number } | null> = signal(null);
  readonly #light: LightMeter;
  #stream: MediaStream | null = null;
  #video: HTMLVideoElement | null = null;
  #overlay: Overlay | null = null;

  constructor(light: LightMeter) {
    this.#light = light;
  }

  attach(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
    this.#video = video;
    this.#overlay = createOverlay(canvas, { mirrored: true, onPicture: true, labels: words.hud.drawn });
    this.#play();
  }

  resize(width: number, height: number): void {
    this.#overlay?.resize({ width, height }, devicePixelRatio);
  }

  showCamera(stream: MediaStream): void {
    this.#stream = stream;
    this.#play();
  }

  show({ pose, step }: SessionFrame, view: ExerciseDefinition['view']): void {
    const { width, height } = pose;
    if (this.size.value?.width !== width || this.size.value.height !== height) {
      this.size.value = { width, height };
    }
    this.#overlay?.show({ pose, frame: step?.frame ?? null, faults: step?.live.faults ?? [], view });
  }

  /** Mean brightness, 0 … 1; null while there is no picture. */
  brightness(atMs: Millis): number | null {
    return this.#video ? this.#light.read(this.#video, atMs) : null;
  }

  /** Takes what is drawn away; the picture stays. */
  clear(): void {
    this.#overlay?.clear();
  }

  dispose(): void {
    this.#overlay?.dispose();
  }

  #play(): void {
    if (this.#video === null || this.#stream === null) return;
    this.#video.srcObject = this.#stream;
    // Rejected when the stream ends before its first picture; the source tells of that itself.
    this.#video.play().catch(() => undefined);
  }
}
