import { signal, type Signal } from '@preact/signals';
import type { ExerciseId } from '../../core/terms/ids';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { PoseFrame } from '../../core/pose/pose-frame';
import type { ProgrammeEvent } from '../../core/session/programme-state';
import { createSetEngine } from '../../core/session/create-set-engine';
import type { SessionStart, SetStart } from '../../core/session/record';
import type { SetStep } from '../../core/session/set-engine';
import { millis, type PerSide, type Side } from '../../core/units';
import type { CueSink } from '../../feedback/cue-sink';
import type { LiveSession, SessionFrame } from '../../pipeline/live-session';
import type { SessionStore } from '../../storage/session-store';
import { feedbackFaults, storageFaults, type Advice } from '../messages/en';
import type { BannerView } from '../model/banner';
import { sameView, type LiveView } from '../model/live-view';
import type { Offer } from '../model/offer';
import { planOf, positionIn, type Position } from '../model/plan';
import { restViewOf, sameRest, type RestView } from '../model/rest-view';
import { Announcer } from './announcer';
import { CameraLink, type LinkParts } from './camera-link';
import type { LiveController, LiveRequest, Stage } from './controller';
import { ExerciseRun, type RunStep } from './exercise-run';
import type { LightMeter } from './light-meter';
import { RunningSet } from './running-set';
import { SessionKeeper } from './session-keeper';
import { SetupRun } from './setup-run';
import { ShownPicture } from './shown-picture';

/** What a live session is made of; `main` constructs it. */
export interface LiveParts extends LinkParts {
  readonly exercises: readonly ExerciseDefinition[];
  readonly sessions: SessionStore;
  readonly sink: CueSink;
  readonly light: LightMeter;
  readonly appVersion: string;
  /** Whether there was a click or a key press in the page: before, browsers forbid sound. */
  isSoundAllowed(): boolean;
  /** Keeps the screen on; gives what lets it go. */
  holdScreen(): () => void;
  /** Tells when the tab is hidden: it gets no pictures then. Gives what ends it. */
  watchTab(onChange: (isHidden: boolean) => void): () => void;
  /** Epoch milliseconds. */
  now(): number;
}

/** Runs a live session from the first look at the camera to the kept record. See {@link LiveController}. */
export class CameraLiveController implements LiveController {
  readonly stage: Signal<Stage> = signal({ kind: 'placing' });
  readonly definition: Signal<ExerciseDefinition | null>;
  readonly view: Signal<LiveView | null> = signal(null);
  readonly rest: Signal<RestView | null> = signal(null);
  readonly ownReps: Signal<PerSide<number> | null> = signal(null);
  readonly position: Signal<Position | null>;
  readonly banner: Signal<BannerView | null> = signal(null);
  readonly offer: Signal<Offer> = signal(null);
  readonly fault: Signal<Advice | null> = signal(null);
  readonly notice: Signal<Advice | null> = signal(null);
  readonly plan: readonly ExerciseDefinition[];

  readonly #parts: LiveParts;
  readonly #request: LiveRequest;
  readonly #run: ExerciseRun;
  readonly #keeper: SessionKeeper;
  readonly #link: CameraLink;
  readonly #announcer: Announcer;
  readonly #setup: SetupRun;
  readonly #shown: ShownPicture;
  #session: LiveSession | null = null;
  #set: RunningSet | null = null;
  #release: () => void = () => undefined;
  #isPausedByTab = false;
  #atMs = millis(0);

  constructor(parts: LiveParts, request: LiveRequest) {
    this.#parts = parts;
    this.#request = request;
    this.plan = planOf(request.exercise, parts.exercises);
    this.#run = new ExerciseRun(parts.exercises, this.plan);
    this.position = signal(positionIn(this.plan, this.#run.programme));
    this.definition = signal(this.#run.definition);
    this.#announcer = new Announcer(parts.sink);
    this.#setup = new SetupRun(this.#announcer.give);
    this.#shown = new ShownPicture(parts.light);
    this.#link = new CameraLink(parts, this.#linkObserver());
    this.#keeper = new SessionKeeper(
      parts.sessions,
      () => this.#sessionStart(),
      (fault) => {
        this.notice.value = storageFaults[fault.code];
      },
    );
  }

  get picture() {
    return this.#shown.size;
  }

  get stats() {
    return this.#shown.stats;
  }

  get flash() {
    return this.#announcer.flash;
  }

  get spoken() {
    return this.#announcer.spoken;
  }

  get gate() {
    return this.#setup.gate;
  }

  get hands() {
    return this.#setup.hands;
  }

  attach(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
    this.#shown.attach(video, canvas);
  }

  resize(width: number, height: number): void {
    this.#shown.resize(width, height);
  }

  start(): void {
    if (this.stage.value.kind !== 'placing') return;
    this.stage.value = { kind: 'starting', share: null };
    this.#unlockSound();
    const letScreenGo = this.#parts.holdScreen();
    const stopWatching = this.#parts.watchTab((isHidden) => {
      this.#onTab(isHidden);
    });
    this.#release = () => {
      letScreenGo();
      stopWatching();
    };
    void this.#link.open();
  }

  retry(): void {
    this.fault.value = null;
    void this.#link.open();
  }

  skipSetup(): void {
    if (this.stage.value.kind === 'setup' || this.stage.value.kind === 'countdown') this.#beginSet();
  }

  pause(): void {
    if (this.stage.value.kind !== 'work') return;
    this.#session?.use(null);
    this.#parts.sink.silence();
    this.stage.value = { kind: 'paused' };
  }

  resume(): void {
    if (this.stage.value.kind !== 'paused') return;
    this.#session?.use(this.#set?.engine ?? null);
    this.stage.value = { kind: 'work' };
  }

  /** A hidden tab pauses; being back ends that pause, and none that the person made. */
  #onTab(isHidden: boolean): void {
    if (isHidden) {
      this.#isPausedByTab = this.stage.value.kind === 'work';
      this.pause();
    } else if (this.#isPausedByTab) {
      this.#isPausedByTab = false;
      this.resume();
    }
  }

  choose(exercise: ExerciseId): void {
    if (this.#set === null) return;
    this.#run.choose(exercise);
    this.definition.value = this.#run.definition;
    this.offer.value = null;
    this.#set.choose(exercise, this.#setStart());
  }

  skipRest(): void {
    if (this.stage.value.kind === 'rest') this.#follow(this.#run.skipRest(this.#atMs));
  }

  prolongRest(): void {
    this.#run.prolongRest();
    this.#showRest();
  }

  skipExercise(): void {
    const { kind } = this.stage.value;
    if (kind === 'placing' || kind === 'starting' || kind === 'ended') return;
    this.#follow(this.#run.skipExercise(this.#atMs));
  }

  correct(side: Side, reps: number): void {
    if (this.stage.value.kind !== 'rest' || this.ownReps.value === null) return;
    this.ownReps.value = { ...this.ownReps.value, [side]: reps };
    this.#keeper.correct(this.ownReps.value);
  }

  end(): void {
    if (this.stage.value.kind === 'ended') return;
    this.stage.value = { kind: 'ended', sessionId: null, isKept: false };
    this.#finishSet();
    this.#release();
    this.#link.close();
    void this.#keeper.finish(this.#parts.now()).then((sessionId) => {
      this.stage.value = { kind: 'ended', sessionId, isKept: true };
    });
  }

  /** Left without ending: what was counted is kept already; the session is closed regularly. */
  dispose(): void {
    this.end();
    this.#parts.sink.silence();
    this.#shown.dispose();
    this.#link.dispose();
  }

  #linkObserver() {
    return {
      onStream: (stream: MediaStream) => {
        this.#shown.showCamera(stream);
      },
      onProgress: (share: number) => {
        if (this.stage.value.kind === 'starting') this.stage.value = { kind: 'starting', share };
      },
      onOpen: (session: LiveSession) => {
        this.#onOpen(session);
      },
      onFrame: (frame: SessionFrame) => {
        this.#onFrame(frame);
      },
      onFault: (advice: Advice) => {
        this.#parts.sink.silence();
        this.#shown.clear();
        // Nobody is told to get ready by a countdown that ran on unseen.
        if (this.stage.value.kind === 'countdown') this.#checkPlace();
        this.fault.value = advice;
      },
      onNotice: (advice: Advice | null) => {
        this.notice.value = advice;
      },
    };
  }

  /** A deep link starts without a click, and sound is forbidden until there is one: the first unlocks it (`main`). */
  #unlockSound(): void {
    if (!this.#parts.isSoundAllowed()) return;
    void this.#parts.sink.unlock().then((unlocked) => {
      if (!unlocked.ok) this.notice.value = feedbackFaults[unlocked.fault.code];
    });
  }

  /** The first time the set-up begins; after a fault everything goes on where it stood. */
  #onOpen(session: LiveSession): void {
    this.#session = session;
    if (this.stage.value.kind === 'work') session.use(this.#set?.engine ?? null);
    if (this.stage.value.kind !== 'starting') return;
    this.#beginExercise();
  }

  /** The person is checked to be in place, unless that was not wanted. */
  #beginExercise(): void {
    if (this.#request.skipSetup) this.#beginSet();
    else this.#checkPlace();
  }

  #checkPlace(): void {
    this.#setup.restart();
    this.stage.value = { kind: 'setup' };
  }

  #onFrame(frame: SessionFrame): void {
    const { pose, step } = frame;
    this.#atMs = pose.timestampMs;
    this.#shown.show(frame, this.#view);
    switch (this.stage.value.kind) {
      case 'setup':
      case 'countdown':
        this.#onSetupFrame(pose);
        break;
      case 'work':
        if (step) this.#onWork(pose, step);
        break;
      case 'rest':
        this.#follow(this.#run.step(this.#atMs, null));
        break;
      default:
        break;
    }
  }

  #onSetupFrame(pose: PoseFrame): void {
    const step = this.#setup.step(pose, this.#view, () => this.#shown.brightness(pose.timestampMs));
    if (step.kind === 'over') {
      this.#beginSet();
      return;
    }
    this.banner.value = step.banner;
    if (step.kind === 'checking' || !step.ticked) return;
    this.stage.value = { kind: 'countdown', leftS: step.leftS };
    this.#announcer.give(this.#run.tick(pose.timestampMs, step.leftS));
  }

  #beginSet(): void {
    const start = this.#setStart();
    const engine = createSetEngine({
      exercise: start.exercise ?? 'auto',
      definitions: this.#parts.exercises,
    });
    this.#set = new RunningSet(engine, this.#keeper, start);
    this.#session?.use(engine);
    this.banner.value = null;
    this.ownReps.value = null;
    this.stage.value = { kind: 'work' };
  }

  #setStart(): SetStart {
    return {
      exercise: this.#run.definition?.id ?? null,
      startedAt: this.#parts.now(),
      target: this.#run.programme?.prescription ?? null,
    };
  }

  #onWork(pose: PoseFrame, step: SetStep): void {
    this.#set?.keep(pose, step);
    this.#follow(this.#run.step(pose.timestampMs, step));
  }

  /** Shows and says what a frame, or a wish of the person, came to, and goes where the programme goes. */
  #follow({ view, banner, offer, cues, programmeEvents }: RunStep): void {
    if (view) this.#showView(view);
    this.definition.value = this.#run.definition;
    this.banner.value = banner;
    this.#announcer.give(cues);
    if (offer !== null && offer !== this.offer.value) this.#announcer.ask(offer);
    this.offer.value = offer;
    for (const { kind } of programmeEvents) this.#goOn(kind);
    this.#showRest();
  }

  #goOn(event: ProgrammeEvent['kind']): void {
    switch (event) {
      case 'set-completed':
      case 'exercise-completed':
        this.#finishSet();
        this.stage.value = { kind: 'rest' };
        break;
      case 'rest-ended':
        this.#beginSet();
        break;
      case 'exercise-began':
        this.#beginExercise();
        break;
      case 'programme-completed':
        this.end();
        break;
      default:
        break;
    }
  }

  #showRest(): void {
    const { programme } = this.#run;
    const position = positionIn(this.plan, programme);
    if (this.position.value?.n !== position?.n) this.position.value = position;
    const rest = programme ? restViewOf(programme, this.#parts.exercises, this.#atMs) : null;
    if (!sameRest(this.rest.value, rest)) this.rest.value = rest;
  }

  get #view(): ExerciseDefinition['view'] {
    return this.#run.definition?.view ?? 'standing-front';
  }

  #showView(view: LiveView): void {
    if (this.view.value === null || !sameView(this.view.value, view)) this.view.value = view;
  }

  #finishSet(): void {
    if (this.#set === null) return;
    this.#session?.use(null);
    this.#set.finish();
    this.ownReps.value = this.#set.reps;
    this.#set = null;
    this.offer.value = null;
  }

  async #sessionStart(): Promise<SessionStart> {
    const movement = await this.#link.movementStatus();
    return {
      startedAt: this.#parts.now(),
      appVersion: this.#parts.appVersion,
      source: 'camera',
      model: this.#link.loaded?.model ?? 'full',
      delegate: this.#link.loaded?.delegate ?? 'CPU',
      movementModel: movement.kind === 'ready',
    };
  }
}
