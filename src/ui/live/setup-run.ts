import { signal, type Signal } from '@preact/signals';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { planSteps, turnEvery, type StepPlan } from '../../core/exercise/travel';
import type { Light } from '../../core/pose/light';
import type { PoseFrame } from '../../core/pose/pose-frame';
import type { ShownSteps } from '../../overlay/layers/footprints';
import type { BannerView } from '../model/banner';
import { startHandCheck, stepHandCheck, type HandCheck } from '../model/hand-check';
import { startGate, stepGate, type GateState } from '../model/setup-gate';
import type { ExerciseRun } from './exercise-run';
import { SetupVoice, todoBanner } from './setup-voice';

const COUNTDOWN_S = 3;

/** What a frame of the set-up came to. */
export type SetupStep =
  /** `advice`: what to do, to be said. */
  | { readonly kind: 'checking'; readonly banner: BannerView | null; readonly advice: string | null }
  /** `ticked`: another whole second begins with this frame. */
  | {
      readonly kind: 'countdown';
      readonly leftS: number;
      readonly ticked: boolean;
      readonly banner: BannerView | null;
    }
  | { readonly kind: 'over' };

/** Before work: the checks, the proof of left and right, and the countdown. Time is the frames'. */
export class SetupRun {
  readonly gate: Signal<GateState> = signal(startGate());
  readonly hands: Signal<HandCheck> = signal(startHandCheck());
  /** Where the steps of an exercise that travels go; null for one that does not, and before the person stands in place. */
  #steps: StepPlan | null = null;
  readonly #voice = new SetupVoice();
  #lit: Light | null = null;
  #countdown: { readonly endsAtMs: number; readonly toldS: number } | null = null;

  /** Begins anew; what the hands have proved stays proved. */
  restart(): void {
    this.gate.value = startGate();
    this.#countdown = null;
    this.#steps = null;
  }

  /** Where the steps go that are done now; null for an exercise that does not travel. */
  stepsOf({ definition, programme }: Pick<ExerciseRun, 'definition' | 'programme'>): ShownSteps | null {
    if (!definition?.travel || this.#steps === null) return null;
    return { plan: this.#steps, side: programme?.side ?? null };
  }

  /** After how many steps to turn, where not all fit in the picture. */
  get turnEvery(): number | null {
    return turnEvery(this.#steps);
  }

  /**
   * @param readLight how the person is lit; null when that was read only just now, or cannot be
   * @param isOther whether it is somebody else who is seen
   */
  step(
    pose: PoseFrame,
    exercise: ExerciseDefinition | null,
    readLight: () => Light | null,
    isOther: boolean,
  ): SetupStep {
    const view = exercise?.view ?? 'standing-front';
    if (this.#countdown) return this.#countDown(pose, view, this.#countdown);
    this.#lit = readLight() ?? this.#lit;
    this.gate.value = stepGate(this.gate.value, pose, view, this.#lit, isOther);
    this.#planSteps(pose, exercise);
    const banner = this.#watchHands(pose, view);
    const advice = this.#voice.hear(banner, pose.timestampMs);
    if (!this.gate.value.ready) return { kind: 'checking', banner, advice };
    this.#countdown = { endsAtMs: pose.timestampMs + COUNTDOWN_S * 1000, toldS: COUNTDOWN_S };
    return { kind: 'countdown', leftS: COUNTDOWN_S, ticked: true, banner: null };
  }

  /** Planned anew with every picture in which the person stands in place: where they start is theirs. */
  #planSteps(pose: PoseFrame, exercise: ExerciseDefinition | null): void {
    const { travel, prescription } = exercise ?? {};
    if (!travel || prescription?.kind !== 'reps') return;
    const { whole, distance } = this.gate.value.checks;
    if (whole === 'ok' && distance === 'ok') this.#steps = planSteps(pose, travel, prescription);
  }

  #countDown(
    pose: PoseFrame,
    view: ExerciseDefinition['view'],
    countdown: { readonly endsAtMs: number; readonly toldS: number },
  ): SetupStep {
    const banner = this.#watchHands(pose, view);
    const leftS = Math.ceil((countdown.endsAtMs - pose.timestampMs) / 1000);
    if (leftS <= 0) return { kind: 'over' };
    this.#countdown = { ...countdown, toldS: leftS };
    return { kind: 'countdown', leftS, ticked: leftS !== countdown.toldS, banner };
  }

  #watchHands(pose: PoseFrame, view: ExerciseDefinition['view']): BannerView | null {
    if (view === 'standing-front') this.hands.value = stepHandCheck(this.hands.value, pose);
    return todoBanner(this.gate.value, view, this.hands.value.proof, this.#steps);
  }
}
