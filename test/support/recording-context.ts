import type { Palette } from '../../src/overlay/scene';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A canvas that remembers what was drawn on it: enough of the 2D context for the overlay's layers. */
export class RecordingContext {
  lineWidth = 1;
  strokeStyle = '';
  fillStyle = '';
  globalAlpha = 1;
  lineCap = '';
  lineJoin = '';
  font = '';
  textBaseline = '';
  textAlign = '';
  readonly texts: string[] = [];
  /** Where each text stands. */
  readonly writtenAt: Point[] = [];
  readonly labels: { readonly left: number; readonly top: number; readonly width: number }[] = [];
  readonly #strokes: { readonly colour: string; readonly points: readonly Point[] }[] = [];
  readonly #areas: { readonly colour: string; readonly points: readonly Point[] }[] = [];
  #points: Point[] = [];
  #isArc = false;

  /** Every open line stroked in this colour. */
  linesIn(colour: string): readonly (readonly Point[])[] {
    return this.#strokes.filter((stroke) => stroke.colour === colour).map(({ points }) => points);
  }

  /** Every area filled in this colour. */
  areasIn(colour: string): readonly (readonly Point[])[] {
    return this.#areas.filter((area) => area.colour === colour).map(({ points }) => points);
  }

  beginPath(): void {
    this.#points = [];
    this.#isArc = false;
  }
  moveTo(x: number, y: number): void {
    this.#points.push({ x, y });
  }
  lineTo(x: number, y: number): void {
    this.#points.push({ x, y });
  }
  arc(): void {
    this.#isArc = true;
  }
  ellipse(): void {
    this.#isArc = true;
  }
  strokeText(): void {
    // The rim of what is written: seen in `fillText`.
  }
  roundRect(left: number, top: number, width: number): void {
    this.labels.push({ left, top, width });
    this.#isArc = true;
  }
  stroke(): void {
    if (!this.#isArc) this.#strokes.push({ colour: this.strokeStyle, points: this.#points });
  }
  fillText(text: string, x: number, y: number): void {
    this.texts.push(text);
    this.writtenAt.push({ x, y });
  }
  measureText(text: string): { readonly width: number } {
    return { width: text.length * 10 };
  }
  fill(): void {
    if (!this.#isArc) this.#areas.push({ colour: this.fillStyle, points: this.#points });
  }
  closePath(): void {
    // Only the warning sign is closed, and it is not asked for.
  }
  setLineDash(): void {
    // Dashes are for the eye.
  }
}

/** Every colour is its own name, so that what was drawn can be told by it. */
export const NAMED_PALETTE: Palette = {
  line: 'line',
  bone: 'bone',
  joint: 'joint',
  level: 'level',
  fault: 'fault',
  onFault: 'on-fault',
  edge: 'edge',
  font: 'sans-serif',
};
