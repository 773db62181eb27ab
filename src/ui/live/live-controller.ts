import { estimateSpeechMs } from '../../core/coach/cue-text';
import { debriefSpeech } from '../../core/coach/debrief';
import { commandIn, isEcho } from '../../core/session/spoken-command';
import type { ExerciseId } from '../../core/terms/ids';
import type { Side } from '../../core/units';
import { words } from '../language';
import type { LiveController } from './controller';
import { LiveFlow } from './live-flow';
import { obey } from './obey';

/** Time for the count and "All done" before it, and for who reads more slowly than it is said. */
const READ_ON_MS = 4000;

/** Runs a live session from the first look at the camera to the kept record. See {@link LiveController}. */
export class CameraLiveController extends LiveFlow implements LiveController {
  #callOffReview: () => void = () => undefined;

  attach(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
    this.shown.attach(video, canvas);
  }

  resize(width: number, height: number): void {
    this.shown.resize(width, height);
  }

  start(): void {
    if (this.stage.value.kind !== 'placing') return;
    this.go({ kind: 'start' });
    // A deep link starts without a click, and sound is forbidden until there is one: the first unlocks it (`main`).
    if (this.parts.isSoundAllowed()) void this.#unlockSound();
    const letScreenGo = this.parts.holdScreen();
    const stopWatching = this.parts.watchTab((isHidden) => {
      this.pausing.onTab(isHidden);
    });
    const stopListening = this.parts.listen(
      (text) => {
        this.#hear(text);
      },
      (fault) => {
        this.notice.value = words.feedbackFaults[fault.code];
      },
    );
    this.release = () => {
      stopListening();
      letScreenGo();
      stopWatching();
    };
    void this.link.open();
  }

  /** Nobody is obeyed who is the app's own voice out of the loudspeaker. */
  #hear(text: string): void {
    const command = commandIn(text, words.commands);
    if (command !== null && !isEcho(text, this.parts.sink.audible)) obey(this, command);
  }

  async #unlockSound(): Promise<void> {
    const unlocked = await this.parts.sink.unlock();
    if (!unlocked.ok) this.notice.value = words.feedbackFaults[unlocked.fault.code];
  }

  retry(): void {
    this.fault.value = null;
    void this.link.open();
  }

  get goFaster(): (() => void) | null {
    const choose = this.parts.fasterModel();
    if (choose === null) return null;
    return () => {
      choose();
      this.isBehind.value = false;
      void this.link.reload();
    };
  }

  skipSetup(): void {
    if (this.stage.value.kind === 'setup' || this.stage.value.kind === 'countdown') this.beginSet();
  }

  pause(): void {
    this.pausing.pause('asked');
  }

  resume(): void {
    this.pausing.resume();
  }

  goOn(): void {
    const { kind } = this.stage.value;
    if (kind === 'work') this.pause();
    else if (kind === 'paused') this.resume();
    else if (kind === 'rest') this.skipRest();
    else if (kind === 'ended') this.toReview();
    else this.skipSetup();
  }

  choose(exercise: ExerciseId): void {
    if (this.set === null) return;
    this.run.choose(exercise);
    this.definition.value = this.run.definition;
    this.offer.value = null;
    this.set.choose(exercise, this.setStart());
  }

  skipRest(): void {
    if (this.stage.value.kind === 'rest') this.follow(this.run.skipRest(this.atMs));
  }

  prolongRest(): void {
    this.run.prolongRest();
    this.showPlace(this.run, this.atMs);
  }

  repeatSet(): void {
    if (this.stage.value.kind !== 'rest') return;
    this.run.repeatSet();
    this.skipRest();
  }

  skipExercise(): void {
    const { kind } = this.stage.value;
    if (kind === 'placing' || kind === 'starting' || kind === 'ended') return;
    this.follow(this.run.skipExercise(this.atMs));
  }

  correct(side: Side, reps: number): void {
    if (this.stage.value.kind !== 'rest' || this.ownReps.value === null) return;
    this.ownReps.value = { ...this.ownReps.value, [side]: reps };
    this.keeper.correct(this.ownReps.value);
  }

  askEnd(): void {
    const stage = this.stage.value;
    const isAsked = stage.kind === 'paused' && stage.why === 'ending';
    if (isAsked || !['work', 'rest', 'paused'].includes(stage.kind)) this.end();
    else this.pausing.pause('ending');
  }

  end(): void {
    this.#end(false);
  }

  /** Everything is done: what the last set came to is told and shown before the review opens. */
  protected endTelling(): void {
    const speech = debriefSpeech(this.run.debrief);
    this.#end(speech !== null);
    if (speech === null) return;
    const toldMs = estimateSpeechMs(speech) + READ_ON_MS;
    this.#callOffReview = this.parts.wait(toldMs, () => {
      this.toReview();
    });
  }

  toReview(): void {
    this.#callOffReview();
    this.go({ kind: 'told' });
  }

  #end(isTelling: boolean): void {
    if (this.stage.value.kind === 'ended') return;
    this.go({ kind: 'end', isTelling });
    this.pausing.dispose();
    this.finishSet();
    this.release();
    this.link.close();
    void this.keeper.finish(this.parts.now()).then((sessionId) => {
      this.note.clear(this.keeper);
      this.go({ kind: 'kept', sessionId });
    });
  }

  /** Left without ending: what was counted is kept already; the session is closed regularly. */
  dispose(): void {
    // What is said at the end is said to its end: it is as true on the screen that follows.
    const isOver = this.stage.value.kind === 'ended';
    this.end();
    this.#callOffReview();
    if (!isOver) this.parts.sink.silence();
    this.shown.dispose();
    this.link.dispose();
  }
}
