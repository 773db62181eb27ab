import { signal, type Signal } from '@preact/signals';
import type { CameraSource } from '../../capture/camera';
import type { SourceEnd } from '../../capture/frame-source';
import type { Cue } from '../../core/coach/cue';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { createSetEngine } from '../../core/session/create-set-engine';
import { entryOfEvent } from '../../core/session/record-convert';
import type { SetEngine, SetStep } from '../../core/session/set-engine';
import type { Millis } from '../../core/units';
import type { CueSink } from '../../feedback/cue-sink';
import { createOverlay, type Overlay } from '../../overlay/renderer';
import { LiveSession, type SessionFrame } from '../../pipeline/live-session';
import type { SupervisorEvent } from '../../pipeline/pose-supervisor';
import type { SessionStore } from '../../storage/session-store';
import type { LoadProgress, Loaded, PoseFault, PoseService, Result } from '../../../workers/protocol';
import { bug, poseFaults, sourceFaults, storageFaults, type Advice } from '../messages/en';
import type { BannerView } from '../model/banner';
import { sameView, type LiveView } from '../model/live-view';
import { startGate, stepGate, type GateState } from '../model/setup-gate';
import type { LiveController, LiveRequest, LiveStats, Stage } from './controller';
import { ExerciseRun } from './exercise-run';
import { createLightMeter } from './light-meter';
import { SessionKeeper } from './session-keeper';
import { SetupVoice, todoBanner } from './setup-voice';
import { spokenOf } from './spoken';

/** What a live session is made of; `main` constructs it. */
export interface LiveParts {
  readonly exercises: readonly ExerciseDefinition[];
  readonly sessions: SessionStore;
  readonly sink: CueSink;
  readonly appVersion: string;
  openCamera(): CameraSource;
  /** A pose service of its own, loaded on `load`. */
  createPose(onEvent: (event: SupervisorEvent) => void): PoseService;
  loadPose(pose: PoseService, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>>;
  /** Keeps the screen on; gives what lets it go. */
  holdScreen(): () => void;
  /** Epoch milliseconds. */
  now(): number;
  /** The clock of the camera's timestamps. */
  clock(): number;
}

const COUNTDOWN_S = 3;
const STATS_EVERY_MS = 500;

/** Runs a live session from the first look at the camera to the kept record. See {@link LiveController}. */
export class CameraLiveController implements LiveController {
  readonly stage: Signal<Stage> = signal({ kind: 'placing' });
  readonly definition: Signal<ExerciseDefinition | null>;
  readonly view: Signal<LiveView | null> = signal(null);
  readonly gate: Signal<GateState> = signal(startGate());
  readonly banner: Signal<BannerView | null> = signal(null);
  readonly fault: Signal<Advice | null> = signal(null);
  readonly notice: Signal<Advice | null> = signal(null);
  readonly stats: Signal<LiveStats | null> = signal(null);
  readonly spoken = signal('');
  readonly picture: Signal<{ width: number; height: number } | null> = signal(null);

  readonly #parts: LiveParts;
  readonly #request: LiveRequest;
  readonly #run: ExerciseRun;
  readonly #keeper: SessionKeeper;
  readonly #pose: PoseService;
  readonly #light = createLightMeter();
  readonly #setupVoice: SetupVoice;
  #isPoseLoaded: Loaded | null = null;
  #camera: CameraSource | null = null;
  #session: LiveSession | null = null;
  #engine: SetEngine | null = null;
  #video: HTMLVideoElement | null = null;
  #overlay: Overlay | null = null;
  #releaseScreen: () => void = () => undefined;
  #countdownEndsAtMs = 0;
  #statsAtMs = 0;
  #isGone = false;

  constructor(parts: LiveParts, request: LiveRequest) {
    this.#parts = parts;
    this.#request = request;
    this.#run = new ExerciseRun(parts.exercises, request.exercise);
    this.definition = signal(this.#run.definition);
    this.#setupVoice = new SetupVoice((cue) => {
      this.#give([cue]);
    });
    this.#pose = parts.createPose((event) => {
      this.#onSupervisor(event);
    });
    this.#keeper = new SessionKeeper(
      parts.sessions,
      () => this.#sessionStart(),
      (fault) => {
        this.notice.value = storageFaults[fault.code];
      },
    );
  }

  attach(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
    this.#video = video;
    this.#overlay = createOverlay(canvas, true);
    this.#showCamera();
  }

  resize(width: number, height: number): void {
    this.#overlay?.resize({ width, height }, devicePixelRatio);
  }

  start(): void {
    void this.#parts.sink.unlock();
    this.#releaseScreen = this.#parts.holdScreen();
    void this.#open();
  }

  retry(): void {
    this.fault.value = null;
    void this.#open();
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
    this.#session?.use(this.#engine);
    this.stage.value = { kind: 'work' };
  }

  end(): void {
    if (this.stage.value.kind === 'ended') return;
    this.#finishSet();
    this.#stop();
    void this.#keeper.finish(this.#parts.now()).then((sessionId) => {
      this.stage.value = { kind: 'ended', sessionId };
    });
  }

  /** Left without ending: what was counted is kept already, the session is closed regularly. */
  dispose(): void {
    if (this.stage.value.kind !== 'ended') this.end();
    this.#isGone = true;
    this.#overlay?.dispose();
    void this.#pose.close();
  }

  /** Camera first, then the model, both while the laptop is being placed; then frames until the camera ends. */
  async #open(): Promise<void> {
    if (this.stage.value.kind === 'placing') this.stage.value = { kind: 'starting', share: null };
    const camera = this.#parts.openCamera();
    this.#camera = camera;
    const refused = await camera.open();
    if (this.#isOver(camera)) return camera.stop();
    if (refused) return this.#fail(sourceFaults[refused.code]);
    this.#showCamera();
    const loaded = await this.#load();
    if (this.#isOver(camera)) return camera.stop();
    if (!loaded) return camera.stop();
    const session = new LiveSession(camera, this.#pose, this.#observer, () => this.#parts.clock());
    this.#session = session;
    this.#afterStart(session);
    await session.run().then(
      (end) => {
        this.#onSourceEnd(camera, end);
      },
      (error: unknown) => {
        reportError(error);
        this.#fail(bug);
      },
    );
  }

  /** A second time (after a fault) everything goes on where it stood. */
  #afterStart(session: LiveSession): void {
    if (this.stage.value.kind === 'work') session.use(this.#engine);
    if (this.stage.value.kind !== 'starting') return;
    if (this.#request.skipSetup) this.#beginSet();
    else this.stage.value = { kind: 'setup' };
  }

  async #load(): Promise<boolean> {
    if (this.#isPoseLoaded) return true;
    const loaded = await this.#parts.loadPose(this.#pose, (progress) => {
      if (this.stage.value.kind !== 'starting' || progress.stage !== 'downloading') return;
      this.stage.value = { kind: 'starting', share: progress.loadedBytes / Math.max(1, progress.totalBytes) };
    });
    if (!loaded.ok) this.#fail(poseFaults[loaded.fault.code]);
    else this.#isPoseLoaded = loaded.value;
    return loaded.ok;
  }

  readonly #observer = {
    onFrame: (frame: SessionFrame) => {
      this.#onFrame(frame);
    },
    // A lost picture alone is nothing to say: the supervisor tells of a lost worker.
    onFault: (_fault: PoseFault) => undefined,
  };

  #onFrame({ pose, step, stats }: SessionFrame): void {
    const { width, height } = this.picture.value ?? {};
    if (pose.width !== width || pose.height !== height) {
      this.picture.value = { width: pose.width, height: pose.height };
    }
    this.#showStats(stats, pose.timestampMs);
    this.#overlay?.show({
      pose,
      frame: step?.frame ?? null,
      faults: step?.live.faults ?? [],
      view: this.#run.definition?.view ?? 'standing-front',
    });
    switch (this.stage.value.kind) {
      case 'setup':
        this.#onSetupFrame(pose);
        break;
      case 'countdown':
        this.#onCountdown(pose.timestampMs);
        break;
      case 'work':
        if (step) this.#onWork(pose.timestampMs, step);
        break;
      case 'rest':
        this.#onRest(pose.timestampMs);
        break;
      default:
        break;
    }
  }

  #onSetupFrame(pose: SessionFrame['pose']): void {
    const brightness = this.#video ? this.#light.read(this.#video, pose.timestampMs) : null;
    const view = this.#run.definition?.view ?? 'standing-front';
    const gate = stepGate(this.gate.value, pose, view, brightness);
    this.gate.value = gate;
    this.banner.value = todoBanner(gate, view);
    this.#setupVoice.hear(this.banner.value, pose.timestampMs);
    if (!gate.ready) return;
    this.#countdownEndsAtMs = pose.timestampMs + COUNTDOWN_S * 1000;
    this.banner.value = null;
    this.#countDown(pose.timestampMs, COUNTDOWN_S);
  }

  #onCountdown(atMs: Millis): void {
    const leftS = Math.ceil((this.#countdownEndsAtMs - atMs) / 1000);
    if (leftS <= 0) this.#beginSet();
    else if (this.stage.value.kind === 'countdown' && leftS !== this.stage.value.leftS)
      this.#countDown(atMs, leftS);
  }

  #countDown(atMs: Millis, leftS: number): void {
    this.stage.value = { kind: 'countdown', leftS };
    this.#give(this.#run.tick(atMs, leftS));
  }

  #beginSet(): void {
    const exercise = this.#request.exercise;
    this.#engine = createSetEngine({ exercise, definitions: this.#parts.exercises });
    this.#session?.use(this.#engine);
    this.#keeper.beginSet({
      exercise: exercise === 'auto' ? null : exercise,
      startedAt: this.#parts.now(),
      target: this.#run.programme?.prescription ?? null,
    });
    this.banner.value = null;
    this.stage.value = { kind: 'work' };
  }

  #onWork(atMs: Millis, step: SetStep): void {
    this.#keeper.measure(step.frame);
    for (const event of step.events) {
      const entry = entryOfEvent(event);
      if (entry) this.#keeper.keep(entry);
    }
    const ran = this.#run.step(atMs, step);
    if (ran.view) this.#showView(ran.view);
    this.#afterRun(ran);
    if (ran.programmeEvents.some(({ kind }) => kind === 'programme-completed')) this.end();
    else if (ran.programmeEvents.some(({ kind }) => kind === 'set-completed')) {
      this.#finishSet();
      this.stage.value = { kind: 'rest' };
    }
  }

  #onRest(atMs: Millis): void {
    const ran = this.#run.step(atMs, null);
    this.#afterRun(ran);
    const endsAtMs = this.#run.programme?.restEndsAtMs ?? null;
    const shown = this.view.value;
    if (shown && endsAtMs !== null) {
      this.#showView({ ...shown, restLeftS: Math.max(0, Math.ceil((endsAtMs - atMs) / 1000)) });
    }
    if (ran.programmeEvents.some(({ kind }) => kind === 'rest-ended')) this.#beginSet();
  }

  #afterRun({ banner, cues }: ReturnType<ExerciseRun['step']>): void {
    if (this.definition.value !== this.#run.definition) this.definition.value = this.#run.definition;
    if (banner !== this.banner.value) this.banner.value = banner;
    this.#give(cues);
  }

  #showView(view: LiveView): void {
    if (this.view.value === null || !sameView(this.view.value, view)) this.view.value = view;
  }

  #give(cues: readonly Cue[]): void {
    for (const cue of cues) this.#parts.sink.give(cue);
    const words = spokenOf(cues);
    if (words !== null) this.spoken.value = words;
  }

  /** The set's last events are kept; a hold that still runs ends here. */
  #finishSet(): void {
    const engine = this.#engine;
    if (engine === null) return;
    this.#engine = null;
    this.#session?.use(null);
    for (const event of engine.finish().events) {
      const entry = entryOfEvent(event);
      if (entry) this.#keeper.keep(entry);
    }
    this.#keeper.endSet();
  }

  async #sessionStart() {
    const movement = await this.#pose.movementStatus();
    return {
      startedAt: this.#parts.now(),
      appVersion: this.#parts.appVersion,
      source: 'camera' as const,
      model: this.#isPoseLoaded?.model ?? 'full',
      delegate: this.#isPoseLoaded?.delegate ?? 'CPU',
      movementModel: movement.kind === 'ready',
    };
  }

  #showStats(stats: SessionFrame['stats'], atMs: number): void {
    if (atMs - this.#statsAtMs < STATS_EVERY_MS) return;
    this.#statsAtMs = atMs;
    this.stats.value = { framesPerSecond: stats.fps, dropped: stats.dropped };
  }

  #showCamera(): void {
    if (this.#video === null || !this.#camera?.stream) return;
    this.#video.srcObject = this.#camera.stream;
    // Rejected when the stream ends before its first picture; the source tells of that itself.
    this.#video.play().catch(() => undefined);
  }

  #onSourceEnd(camera: CameraSource, end: SourceEnd): void {
    if (this.#camera !== camera || end.kind !== 'fault') return;
    this.#fail(sourceFaults[end.fault.code]);
  }

  #onSupervisor(event: SupervisorEvent): void {
    switch (event.kind) {
      case 'replacing':
        this.notice.value = poseFaults[event.fault.code];
        break;
      case 'replaced':
        this.notice.value = null;
        break;
      case 'given-up':
        this.#isPoseLoaded = null;
        this.#camera?.stop();
        this.#fail(poseFaults[event.fault.code]);
        break;
    }
  }

  #fail(advice: Advice): void {
    if (this.#isGone || this.stage.value.kind === 'ended') return;
    this.#parts.sink.silence();
    this.#overlay?.clear();
    this.fault.value = advice;
  }

  #isOver(camera: CameraSource): boolean {
    return this.#isGone || this.stage.value.kind === 'ended' || this.#camera !== camera;
  }

  #stop(): void {
    this.#releaseScreen();
    this.#camera?.stop();
    this.#parts.sink.silence();
  }
}
