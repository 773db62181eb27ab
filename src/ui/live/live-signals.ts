import { signal, type Signal } from '@preact/signals';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { Light } from '../../core/pose/light';
import { NO_SIGNAL, type HandSignal } from '../../core/session/hand-signal';
import type { Millis, PerSide } from '../../core/units';
import { NO_DEBRIEF, type Debrief } from '../../core/coach/debrief';
import type { Advice } from '../messages/words';
import type { BannerView } from '../model/banner';
import { sameView, type LiveView } from '../model/live-view';
import type { ComparedReps } from '../model/compare-reps';
import type { Offer } from '../model/offer';
import { positionIn, type Position } from '../model/plan';
import { restViewOf, sameRest, type RestView } from '../model/rest-view';
import type { ExerciseRun, RunStep } from './exercise-run';
import { Announcer } from './announcer';
import type { LiveParts } from './live-parts';
import { ShownPicture } from './shown-picture';
import { FIRST_STAGE, nextStage, type Stage, type StageEvent } from './stage';

/** What a live session shows: signals that change only when what they show does. */
export class LiveSignals {
  readonly stage: Signal<Stage> = signal(FIRST_STAGE);
  readonly definition: Signal<ExerciseDefinition | null> = signal(null);
  readonly view: Signal<LiveView | null> = signal(null);
  readonly rest: Signal<RestView | null> = signal(null);
  readonly debrief: Signal<Debrief> = signal(NO_DEBRIEF);
  readonly compared: Signal<ComparedReps | null> = signal(null);
  readonly light: Signal<Light> = signal<Light>('fine');
  readonly isBehind: Signal<boolean> = signal(false);
  readonly ownReps: Signal<PerSide<number> | null> = signal(null);
  readonly position: Signal<Position | null> = signal(null);
  readonly banner: Signal<BannerView | null> = signal(null);
  readonly offer: Signal<Offer> = signal(null);
  readonly fault: Signal<Advice | null> = signal(null);
  readonly notice: Signal<Advice | null> = signal(null);
  readonly signal: Signal<HandSignal> = signal(NO_SIGNAL);
  readonly plan: readonly ExerciseDefinition[];
  readonly #exercises: readonly ExerciseDefinition[];

  protected readonly announcer: Announcer;
  protected readonly shown: ShownPicture;

  constructor(
    { exercises, sink, light, wait }: Pick<LiveParts, 'exercises' | 'sink' | 'light' | 'wait'>,
    plan: readonly ExerciseDefinition[],
  ) {
    this.#exercises = exercises;
    this.plan = plan;
    this.announcer = new Announcer(sink);
    this.shown = new ShownPicture(light, wait);
  }

  get picture() {
    return this.shown.size;
  }

  get isPictureDrawn() {
    return this.shown.isDrawn;
  }

  get room() {
    return this.shown.room;
  }

  get flash() {
    return this.announcer.flash;
  }

  get spoken() {
    return this.announcer.spoken;
  }

  protected go(event: StageEvent): void {
    this.stage.value = nextStage(this.stage.value, event);
  }

  /** What was shown of the set before is not this one's, not even for one picture. */
  protected forgetSet(): void {
    this.view.value = null;
    this.banner.value = null;
    this.ownReps.value = null;
    this.compared.value = null;
    this.isBehind.value = false;
  }

  /** What one step of the run came to. */
  protected showStep({ view, banner, offer }: RunStep, run: ExerciseRun, atMs: Millis): void {
    if (view && (this.view.value === null || !sameView(this.view.value, view))) this.view.value = view;
    this.banner.value = banner;
    this.offer.value = offer;
    this.showPlace(run, atMs);
  }

  /** Which exercise, which of several, and what comes after the rest. */
  protected showPlace(run: ExerciseRun, atMs: Millis): void {
    this.definition.value = run.definition;
    const position = positionIn(this.plan, run.programme);
    if (this.position.value?.n !== position?.n) this.position.value = position;
    const rest = run.programme ? restViewOf(run.programme, this.#exercises, atMs) : null;
    this.debrief.value = run.debrief;
    if (!sameRest(this.rest.value, rest)) this.rest.value = rest;
  }
}
