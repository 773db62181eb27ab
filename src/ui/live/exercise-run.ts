import { startCoach, stepCoach, type CoachState } from '../../core/coach/coach';
import type { CoachedExercise, Cue } from '../../core/coach/cue';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { ExerciseEvent } from '../../core/exercise/events';
import type { ExerciseId } from '../../core/exercise/ids';
import {
  startProgramme,
  stepProgramme,
  type ProgrammeEvent,
  type ProgrammeState,
} from '../../core/session/programme';
import type { SetStep } from '../../core/session/set-engine';
import type { Millis } from '../../core/units';
import { exerciseNames } from '../messages/en';
import { NO_BANNER, stepBanner, type BannerState } from '../model/banner';
import { viewOf, type LiveView } from '../model/live-view';
import { stepOffer, type Offer } from '../model/offer';

/** What one frame of work or rest gave. */
export interface RunStep {
  /** Null in the rest. */
  readonly view: LiveView | null;
  readonly banner: BannerState['view'];
  readonly offer: Offer;
  readonly cues: readonly Cue[];
  readonly programmeEvents: readonly ProgrammeEvent[];
}

const NO_STEP = { events: [] as readonly ExerciseEvent[] };

/**
 * Work on one exercise over all its sets: programme, coach and banner, moved by every frame. Holds no clock and does
 * nothing: what it decides is handed back.
 */
export class ExerciseRun {
  readonly #definitions: readonly ExerciseDefinition[];
  #definition: ExerciseDefinition | null;
  #programme: ProgrammeState | null;
  #coach: CoachState = startCoach();
  #banner: BannerState = NO_BANNER;
  #offer: Offer = null;

  /** @param exercise *auto* has no goal, so no sets and no rests */
  constructor(definitions: readonly ExerciseDefinition[], exercise: ExerciseId | 'auto') {
    this.#definitions = definitions;
    this.#definition = definitions.find(({ id }) => id === exercise) ?? null;
    this.#programme = this.#definition ? startProgramme(this.#definition.prescription) : null;
  }

  get definition(): ExerciseDefinition | null {
    return this.#definition;
  }

  get programme(): ProgrammeState | null {
    return this.#programme;
  }

  /** The person says which exercise it is. Where there was a goal, this exercise's own takes its place. */
  choose(exercise: ExerciseId): void {
    this.#offer = null;
    if (this.#definition?.id === exercise) return;
    this.#definition = this.#definitions.find(({ id }) => id === exercise) ?? null;
    if (this.#programme && this.#definition) {
      this.#programme = startProgramme(this.#definition.prescription);
    }
  }

  /** One frame. `step` is null in the rest. */
  step(atMs: Millis, step: SetStep | null): RunStep {
    const { events } = step ?? NO_STEP;
    const recognised = events.findLast((event) => event.kind === 'exercise-recognised');
    if (recognised && this.#programme === null) {
      this.#definition = this.#definitions.find(({ id }) => id === recognised.exercise) ?? null;
    }
    const programmeEvents = this.#stepProgramme(atMs, events, step);
    const cues = this.#stepCoach(atMs, [...events, ...programmeEvents], step);
    this.#banner = stepBanner(this.#banner, {
      atMs,
      events,
      live: step?.live ?? null,
      cues,
      definition: this.#definition,
    });
    this.#offer = step ? stepOffer(this.#offer, events, this.#definition?.id ?? null) : null;
    const view = step ? viewOf(this.#definition, this.#programme, step, atMs) : null;
    return { view, banner: this.#banner.view, offer: this.#offer, cues, programmeEvents };
  }

  /** A whole second of the countdown before work is left. */
  tick(atMs: Millis, leftS: number): readonly Cue[] {
    return this.#stepCoach(atMs, [{ kind: 'countdown-ticked', atMs, of: 'start', leftS }], null);
  }

  #stepProgramme(
    atMs: Millis,
    events: readonly ExerciseEvent[],
    step: SetStep | null,
  ): readonly ProgrammeEvent[] {
    if (this.#programme === null) return [];
    const stepped = stepProgramme(this.#programme, { atMs, events, live: step?.live ?? null });
    this.#programme = stepped.state;
    return stepped.events;
  }

  #stepCoach(
    atMs: Millis,
    events: readonly (ExerciseEvent | ProgrammeEvent)[],
    step: SetStep | null,
  ): readonly Cue[] {
    const { state, cues } = stepCoach(
      this.#coach,
      { atMs, exercise: this.#coached(), events, live: step?.live ?? null },
      { exerciseNames, saySide: 'on-change' },
    );
    this.#coach = state;
    return cues;
  }

  #coached(): CoachedExercise | null {
    if (this.#definition === null) return null;
    return {
      id: this.#definition.id,
      cues: this.#definition.text.cues,
      prescription: this.#programme?.prescription ?? null,
    };
  }
}
