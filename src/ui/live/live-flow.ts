import { createSetEngine } from '../../core/session/create-set-engine';
import { stepHandSignal } from '../../core/session/hand-signal';
import type { ProgrammeEvent } from '../../core/session/programme-state';
import { FINE_LIGHT, stepLight } from '../../core/session/light-watch';
import { exactFrom } from '../../core/session/pace-watch';
import type { SetStart } from '../../core/session/record';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { millis } from '../../core/units';
import type { LiveSession, SessionFrame } from '../../pipeline/live-session';
import { words } from '../language';
import { compareReps } from '../model/compare-reps';
import { planOf } from '../model/plan';
import { CameraLink, type LinkObserver } from './camera-link';
import type { LiveRequest } from './controller';
import { ExerciseRun, type RunStep } from './exercise-run';
import type { LiveParts } from './live-parts';
import { LiveSignals } from './live-signals';
import { Pausing, type PausingSession } from './pausing';
import { RunningSet } from './running-set';
import { SessionNote } from './session-note';
import { SessionKeeper } from './session-keeper';
import { sessionStart } from './session-start';
import { SetupRun } from './setup-run';

/** How often the light is read: in the set-up it is waited for, in the work reading pixels must not cost pictures. */
const LIGHT_EVERY_MS = { setup: 400, work: 1500 } as const;

/**
 * What a live session does by itself: frames come, checks are passed, sets begin and end, the programme goes on. What the person
 * can do about it is the controller's.
 */
export abstract class LiveFlow extends LiveSignals {
  protected readonly parts: LiveParts;
  readonly #request: LiveRequest;
  protected readonly run: ExerciseRun;
  protected readonly keeper: SessionKeeper;
  protected readonly link: CameraLink;
  protected readonly note: SessionNote;
  readonly #setup = new SetupRun();
  readonly gate = this.#setup.gate;
  readonly hands = this.#setup.hands;
  protected readonly pausing: Pausing;
  #session: LiveSession | null = null;
  #lit = FINE_LIGHT;
  protected set: RunningSet | null = null;
  protected release: () => void = () => undefined;
  protected atMs = millis(0);

  constructor(parts: LiveParts, request: LiveRequest) {
    super(parts, planOf(request.exercise, parts.exercises));
    this.parts = parts;
    this.#request = request;
    this.run = new ExerciseRun(parts.exercises, this.plan);
    this.note = new SessionNote(parts, request);
    const { earlier } = this.note;
    if (earlier?.stand) this.run.resume(earlier.stand, earlier.reps);
    this.showPlace(this.run, this.atMs);
    this.link = new CameraLink(parts, this.#linkObserver());
    this.pausing = new Pausing((ms, then) => parts.wait(ms, then), this.#pausedSession());
    this.keeper = new SessionKeeper(
      parts.sessions,
      () => sessionStart(parts, this.link),
      (fault) => {
        this.notice.value = words.storageFaults[fault.code];
      },
    );
    if (earlier) this.keeper.continue(earlier.sessionId);
  }

  #remember(): void {
    if (this.stage.value.kind !== 'ended') this.note.write(this.keeper, this.run, this.set);
  }

  /** What a pause does here. */
  #pausedSession(): PausingSession {
    return {
      stage: this.stage,
      go: (event) => {
        this.go(event);
      },
      announce: (text, tone) => {
        this.announcer.give(this.run.announce(this.atMs, text, tone));
      },
      hold: () => {
        this.#session?.use(null);
        this.parts.sink.silence();
      },
      goOn: () => {
        this.#session?.use(this.stage.value.kind === 'work' ? (this.set?.engine ?? null) : null);
      },
      cameraOff: () => {
        this.link.close();
        this.shown.clear();
      },
      cameraOn: () => void this.link.open(),
    };
  }

  #linkObserver(): LinkObserver {
    return {
      onStream: (stream) => {
        this.shown.showCamera(stream);
      },
      onProgress: (share) => {
        this.go({ kind: 'progress', share });
      },
      onOpen: (session) => {
        this.#onOpen(session);
      },
      onFrame: (frame) => {
        this.#onFrame(frame);
      },
      onFault: (advice) => {
        this.parts.sink.silence();
        this.shown.clear();
        // Nobody is told to get ready by a countdown that ran on unseen.
        if (this.stage.value.kind === 'countdown') this.#checkPlace();
        this.fault.value = advice;
      },
      onNotice: (advice) => {
        this.notice.value = advice;
      },
    };
  }

  /** The first time the set-up begins; after a fault or a camera that was off everything goes on where it stood. */
  #onOpen(session: LiveSession): void {
    this.#session = session;
    if (this.stage.value.kind === 'work') session.use(this.set?.engine ?? null);
    if (this.stage.value.kind === 'starting') this.#beginExercise();
  }

  /** The person is checked to be in place, unless that was not wanted. */
  #beginExercise(): void {
    if (this.#request.skipSetup) this.beginSet();
    else this.#checkPlace();
  }

  #checkPlace(): void {
    this.#setup.restart();
    this.go({ kind: 'check' });
  }

  #onFrame(frame: SessionFrame): void {
    const { pose, step } = frame;
    this.atMs = pose.timestampMs;
    this.shown.show(frame, this.#view, this.#setup.stepsOf(this.run));
    if (this.stage.value.kind !== 'rest') this.shown.makeRoom(frame);
    this.#watchHands(frame);
    switch (this.stage.value.kind) {
      case 'setup':
      case 'countdown':
        this.#onSetupFrame(frame);
        break;
      case 'work':
        if (step) this.set?.keep(pose, step);
        if (step) this.follow(this.run.step(this.atMs, step));
        if (step && step.events.length > 0) this.#remember();
        this.#watchPace(frame);
        this.#watchLight(frame);
        this.pausing.watchWork(frame);
        break;
      case 'paused':
        this.pausing.watchPause(frame, this.#view === 'lying-side');
        break;
      case 'rest':
        this.follow(this.run.step(this.atMs, null));
        break;
      default:
        break;
    }
  }

  /** Says when too few pictures come to count exactly, before a count that is wrong is believed. */
  #watchPace({ pose, stats }: SessionFrame): void {
    const pace = this.set?.watchPace(pose.timestampMs, stats.fps, exactFrom(this.run.definition));
    const isBehind = pace?.isBehind === true;
    if (isBehind && !this.isBehind.value) this.announcer.give(this.run.warn(this.atMs, words.slow.spoken));
    this.isBehind.value = isBehind;
  }

  /** Says when the light makes it hard to see the person, before it is believed that all is seen. */
  #watchLight({ pose }: SessionFrame): void {
    const before = this.#lit;
    this.#lit = stepLight(before, this.shown.light(pose, LIGHT_EVERY_MS.work), pose.timestampMs);
    if (this.#lit.light === before.light) return;
    this.light.value = this.#lit.light;
    if (this.#lit.light !== 'fine') {
      this.announcer.give(this.run.warn(this.atMs, words.lighting[this.#lit.light].spoken));
    }
  }

  /** Hands-free: one hand is the one thing to do now, both end. In the set-up hands prove left and right. */
  #watchHands({ pose }: SessionFrame): void {
    if (!['work', 'paused', 'rest'].includes(this.stage.value.kind)) return;
    const { signal: next, given } = stepHandSignal(this.signal.value, pose);
    if (next !== this.signal.value) this.signal.value = next;
    if (given === 'both') this.askEnd();
    else if (given === 'left' && this.stage.value.kind === 'rest') this.repeatSet();
    else if (given !== null) this.goOn();
  }

  #onSetupFrame({ pose, tracked }: SessionFrame): void {
    const step = this.#setup.step(
      pose,
      this.run.definition,
      () => this.shown.light(pose, LIGHT_EVERY_MS.setup),
      tracked.lost === 'other-person',
    );
    if (step.kind === 'over') {
      this.beginSet();
      this.announcer.give(this.run.tick(pose.timestampMs, 0));
      return;
    }
    this.banner.value = step.banner;
    if (step.kind === 'checking') {
      if (step.advice !== null) this.announcer.give(this.run.advise(pose.timestampMs, step.advice));
      return;
    }
    if (!step.ticked) return;
    this.go({ kind: 'count-down', leftS: step.leftS });
    this.announcer.give(this.run.tick(pose.timestampMs, step.leftS));
  }

  protected beginSet(): void {
    this.run.turnAfter(this.#setup.turnEvery);
    const start = this.setStart();
    const engine = createSetEngine({
      exercise: start.exercise ?? 'auto',
      definitions: this.parts.exercises,
    });
    this.set = new RunningSet(engine, this.keeper, start);
    this.#session?.use(engine);
    this.pausing.begin();
    this.forgetSet();
    this.go({ kind: 'work' });
  }

  protected setStart(): SetStart {
    return {
      exercise: this.run.definition?.id ?? null,
      startedAt: this.parts.now(),
      target: this.run.programme?.prescription ?? null,
    };
  }

  /** Shows and says what a frame, or a wish of the person, came to, and goes where the programme goes. */
  protected follow(step: RunStep): void {
    const { cues, offer, programmeEvents } = step;
    this.announcer.give(cues);
    if (offer !== null && offer !== this.offer.value) this.announcer.ask(offer);
    this.showStep(step, this.run, this.atMs);
    for (const { kind } of programmeEvents) this.#goWithProgramme(kind);
    if (programmeEvents.length > 0) this.#remember();
  }

  #goWithProgramme(event: ProgrammeEvent['kind']): void {
    switch (event) {
      case 'set-completed':
      case 'exercise-completed':
        this.finishSet();
        this.go({ kind: 'rest' });
        break;
      case 'rest-ended':
        this.beginSet();
        break;
      case 'exercise-began':
        this.#beginExercise();
        break;
      case 'programme-completed':
        this.endTelling();
        break;
      default:
        break;
    }
  }

  get #view(): ExerciseDefinition['view'] {
    return this.run.definition?.view ?? 'standing-front';
  }

  protected finishSet(): void {
    if (this.set === null) return;
    this.#session?.use(null);
    this.set.finish();
    this.ownReps.value = this.set.reps;
    this.compared.value = compareReps(this.set.record);
    this.set = null;
    this.offer.value = null;
  }

  abstract askEnd(): void;
  abstract repeatSet(): void;
  abstract goOn(): void;
  abstract end(): void;
  protected abstract endTelling(): void;
}
