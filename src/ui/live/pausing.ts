import type { ReadonlySignal } from '@preact/signals';
import type { Tone } from '../../core/coach/cue';
import type { SessionFrame } from '../../pipeline/live-session';
import { words } from '../language';
import { AbsenceWatch } from './absence-watch';
import type { LiveParts } from './live-parts';
import type { PauseReason, Stage, StageEvent } from './stage';

/** A camera that looks on for longer at nothing puts its light out. */
const CAMERA_OFF_AFTER_MS = 60_000;

/** What a pause does to the session it belongs to. */
export interface PausingSession {
  readonly stage: ReadonlySignal<Stage>;
  readonly go: (event: StageEvent) => void;
  readonly announce: (text: string, tone: Tone) => void;
  /** Nothing is counted from here on, and nothing more is said. */
  readonly hold: () => void;
  /** Counting goes on, where it is work that goes on. */
  readonly goOn: () => void;
  readonly cameraOff: () => void;
  readonly cameraOn: () => void;
}

/** Everything that makes a session stand still, and go on: the person, a hidden tab, an empty picture. */
export class Pausing {
  readonly #wait: LiveParts['wait'];
  readonly #session: PausingSession;
  readonly #absence = new AbsenceWatch();
  #callOff: () => void = () => undefined;

  constructor(wait: LiveParts['wait'], session: PausingSession) {
    this.#wait = wait;
    this.#session = session;
  }

  /** Work begins. */
  begin(): void {
    this.#absence.restart();
  }

  pause(why: PauseReason): void {
    const { stage, go, hold, announce } = this.#session;
    const before = stage.value;
    go({ kind: 'pause', why });
    if (stage.value === before) return;
    hold();
    announce(words.pauses[why].spoken, 'hold-stop');
    this.#callOff();
    this.#callOff = this.#wait(CAMERA_OFF_AFTER_MS, () => {
      this.#putCameraOut();
    });
  }

  resume(): void {
    const { stage, go, goOn, announce, cameraOn } = this.#session;
    const before = stage.value;
    if (before.kind !== 'paused') return;
    this.#callOff();
    this.#absence.restart();
    go({ kind: 'resume' });
    goOn();
    announce(words.pauses.goOn, 'hold-start');
    if (before.isCameraOff) cameraOn();
  }

  /** Coming back to the tab ends the pause that hiding it made, and no other. */
  readonly onTab = (isHidden: boolean): void => {
    const stage = this.#session.stage.value;
    if (isHidden) this.pause('hidden');
    else if (stage.kind === 'paused' && stage.why === 'hidden') this.resume();
  };

  /** A frame of work: whoever left pauses the set. */
  watchWork(frame: SessionFrame): void {
    if (this.#absence.hasLeft(frame)) this.pause('absent');
  }

  /** A frame of a pause: whoever is back and ready goes on. */
  watchPause(frame: SessionFrame, isLying: boolean): void {
    const stage = this.#session.stage.value;
    const isBack = this.#absence.isBack(frame, isLying);
    if (isBack && stage.kind === 'paused' && stage.why === 'absent') this.resume();
  }

  dispose(): void {
    this.#callOff();
  }

  #putCameraOut(): void {
    const { stage, go, announce, cameraOff } = this.#session;
    if (stage.value.kind !== 'paused') return;
    go({ kind: 'camera-off' });
    cameraOff();
    announce(words.pauses.cameraOff, 'hold-stop');
  }
}
