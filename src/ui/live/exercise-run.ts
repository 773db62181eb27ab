import { adviseSetup, announce, startCoach, stepCoach, warn, type CoachState } from '../../core/coach/coach';
import type { CoachedExercise, CoachInput, Cue, Tone } from '../../core/coach/cue';
import { debriefSet, debriefSpeech, NO_DEBRIEF, type Debrief, type DoneSet } from '../../core/coach/debrief';
import type { ExerciseDefinition, LiveStatus } from '../../core/exercise/definition';
import type { ExerciseEvent } from '../../core/exercise/events';
import type { ExerciseId } from '../../core/terms/ids';
import {
  prolongRest,
  repeatSet,
  skipExercise,
  skipRest,
  stepProgramme,
  turnAfter,
  type ProgrammeStep,
} from '../../core/session/programme';
import { withoutComingDown } from '../../core/session/coming-down';
import {
  carriedOf,
  NOTHING_CARRIED,
  resumeProgramme,
  standOf,
  type Carried,
  type DoneRep,
  type ProgrammeStand,
} from '../../core/session/programme-stand';
import { startProgramme, type ProgrammeEvent, type ProgrammeState } from '../../core/session/programme-state';
import type { SetStep } from '../../core/session/set-engine';
import type { Millis, Side } from '../../core/units';
import { exerciseName, textOf } from '../exercise-text';
import { words } from '../language';
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

/** The hold that runs in this frame. */
const runningHold = ({ live: { side, holdMs } }: SetStep): DoneSet['running'] =>
  side === null || holdMs <= 0 ? null : { side, inPositionMs: holdMs };

const NO_STEP = { events: [] as readonly ExerciseEvent[] };

/** What was carried over belongs to the set before. */
const BEGINS_SET: readonly ProgrammeEvent['kind'][] = ['rest-ended', 'exercise-began'];

const LEAVES_SET: readonly ProgrammeEvent['kind'][] = ['exercise-completed', 'programme-completed'];

/**
 * Work on one exercise over all its sets, or on several in turn: programme, coach and banner, moved by every frame. Holds
 * no clock and does nothing: what it decides is handed back.
 */
export class ExerciseRun {
  readonly #definitions: readonly ExerciseDefinition[];
  #definition: ExerciseDefinition | null;
  #programme: ProgrammeState | null;
  #coach: CoachState = startCoach();
  #banner: BannerState = NO_BANNER;
  #offer: Offer = null;
  #carried: Carried = NOTHING_CARRIED;
  #debrief: Debrief = NO_DEBRIEF;

  /**
   * @param definitions every exercise there is
   * @param plan those to be done, in turn; none where the first is yet to be recognised: then there is no goal, so no
   *   sets and no rests
   */
  constructor(definitions: readonly ExerciseDefinition[], plan: readonly ExerciseDefinition[]) {
    const [first, ...later] = plan;
    this.#definitions = definitions;
    this.#definition = first ?? null;
    this.#programme = first ? startProgramme(first, later) : null;
  }

  /** Goes on where an interrupted session stood; where its exercise is gone, begins anew. */
  resume(stand: ProgrammeStand, reps: readonly DoneRep[]): void {
    const programme = resumeProgramme(stand, this.#definitions);
    if (programme === null) return;
    this.#programme = programme;
    this.#definition = this.#definitionOf(programme.exercise);
    this.#carried = carriedOf(stand, programme, reps);
  }

  /** Where the programme stands; null where there is none, or everything is done. */
  get stand(): ProgrammeStand | null {
    return this.#programme && standOf(this.#programme);
  }

  /** Repetitions of the running set, from before it was interrupted and since. None in the rest: the next set has none. */
  doneOf(counted: readonly DoneRep[]): readonly DoneRep[] {
    return this.#programme?.phase === 'working' ? [...this.#carried.reps, ...counted] : [];
  }

  /** What the set that was done last came to. */
  get debrief(): Debrief {
    return this.#debrief;
  }

  get definition(): ExerciseDefinition | null {
    return this.#definition;
  }

  get programme(): ProgrammeState | null {
    return this.#programme;
  }

  /** Of an exercise that travels: after how many steps to turn, where not all fit. */
  turnAfter(every: number | null): void {
    if (this.#programme && this.#definition?.travel) this.#programme = turnAfter(this.#programme, every);
  }

  /** The person says which exercise it is. Where there was a goal, this exercise's own takes its place. */
  choose(exercise: ExerciseId): void {
    this.#offer = null;
    if (this.#definition?.id === exercise) return;
    this.#definition = this.#definitionOf(exercise);
    if (this.#programme && this.#definition) {
      const later = this.#programme.later.filter(({ id }) => id !== exercise);
      this.#programme = startProgramme(this.#definition, later);
    }
    this.#carried = NOTHING_CARRIED;
  }

  /** Ends the rest now. */
  skipRest(atMs: Millis): RunStep {
    return this.#direct(atMs, (programme) => skipRest(programme, atMs));
  }

  /** Leaves out what is left of this exercise. */
  skipExercise(atMs: Millis): RunStep {
    return this.#direct(atMs, (programme) => skipExercise(programme, atMs));
  }

  /** The set that was just done is to be done once more. */
  repeatSet(): void {
    if (this.#programme) this.#programme = repeatSet(this.#programme);
  }

  prolongRest(): void {
    if (this.#programme) this.#programme = prolongRest(this.#programme);
  }

  /** One frame. `step` is null in the rest. */
  step(atMs: Millis, step: SetStep | null): RunStep {
    const { events } = step ?? NO_STEP;
    const recognised = events.findLast((event) => event.kind === 'exercise-recognised');
    if (recognised && this.#programme === null) {
      this.#definition = this.#definitionOf(recognised.exercise);
    }
    const programmeEvents = this.#moveProgramme((programme) =>
      stepProgramme(programme, { atMs, events, live: step?.live ?? null }),
    );
    return this.#tell(atMs, events, programmeEvents, step);
  }

  /** A whole second of the countdown before work is left. */
  tick(atMs: Millis, leftS: number): readonly Cue[] {
    return this.#stepCoach(atMs, [{ kind: 'countdown-ticked', atMs, of: 'start', leftS }], null);
  }

  /** That the session stands still, or goes on, and why. */
  announce(atMs: Millis, text: string, tone: Tone): readonly Cue[] {
    const { state, cues } = announce(this.#coach, text, tone, atMs);
    this.#coach = state;
    return cues;
  }

  /** That the count is not sure from here on. */
  warn(atMs: Millis, text: string): readonly Cue[] {
    const { state, cues } = warn(this.#coach, text, atMs);
    this.#coach = state;
    return cues;
  }

  /** What to do in the set-up, said in the same queue as everything else. */
  advise(atMs: Millis, text: string): readonly Cue[] {
    const { state, cues } = adviseSetup(this.#coach, text, atMs);
    this.#coach = state;
    return cues;
  }

  /** What the person wants of the programme, between two frames. */
  #direct(atMs: Millis, move: (programme: ProgrammeState) => ProgrammeStep): RunStep {
    return this.#tell(atMs, [], this.#moveProgramme(move), null);
  }

  #moveProgramme(move: (programme: ProgrammeState) => ProgrammeStep): readonly ProgrammeEvent[] {
    if (this.#programme === null) return [];
    const { state, events } = move(this.#programme);
    const isOther = state.exercise !== this.#programme.exercise;
    this.#programme = state;
    if (isOther) this.#definition = this.#definitionOf(state.exercise);
    return events;
  }

  #tell(
    atMs: Millis,
    events: readonly ExerciseEvent[],
    programmeEvents: readonly ProgrammeEvent[],
    step: SetStep | null,
  ): RunStep {
    this.#debriefSet(programmeEvents, step);
    const told = withoutComingDown(this.#programme, { events, live: step?.live ?? null });
    const cues = this.#stepCoach(atMs, [...told.events, ...programmeEvents], told.live);
    this.#banner = stepBanner(this.#banner, { atMs, ...told, cues, definition: this.#definition });
    this.#offer = step ? stepOffer(this.#offer, events, this.#definition?.id ?? null) : null;
    const view = step ? viewOf(this.#definition, this.#programme, step, this.#carried) : null;
    if (programmeEvents.some(({ kind }) => BEGINS_SET.includes(kind))) this.#carried = NOTHING_CARRIED;
    return { view, banner: this.#banner.view, offer: this.#offer, cues, programmeEvents };
  }

  /** What a set that was completed came to; of one that was left there is nothing to tell. */
  #debriefSet(events: readonly ProgrammeEvent[], step: SetStep | null): void {
    const isCompleted = events.some(({ kind }) => kind === 'set-completed');
    if (step && isCompleted) {
      this.#debrief = debriefSet(
        { ...step.state, running: runningHold(step), carried: this.#carried.reps },
        this.#coached(),
        words.coach,
      );
    } else if (events.some(({ kind }) => LEAVES_SET.includes(kind))) this.#debrief = NO_DEBRIEF;
  }

  #definitionOf(exercise: ExerciseId): ExerciseDefinition | null {
    return this.#definitions.find(({ id }) => id === exercise) ?? null;
  }

  #stepCoach(
    atMs: Millis,
    events: readonly (ExerciseEvent | ProgrammeEvent)[],
    live: LiveStatus | null,
  ): readonly Cue[] {
    const { state, cues } = stepCoach(
      this.#coach,
      { atMs, exercise: this.#coached(), events, live, ...this.#ofSet(events) },
      {
        words: words.coach,
        nameOf: exerciseName,
        equipmentOf: (id) => textOf(this.#definitionOf(id))?.equipment ?? null,
        newViewOf: (id) => {
          const view = this.#definitionOf(id)?.view ?? null;
          return view === this.#definition?.view ? null : view;
        },
        saySide: 'on-change',
      },
    );
    this.#coach = state;
    return cues;
  }

  /** What the coach is to know of the set. */
  #ofSet(events: readonly (ExerciseEvent | ProgrammeEvent)[]): Pick<CoachInput, 'carried' | 'debrief'> {
    const of = (wanted: Side): number => this.#carried.reps.filter(({ side }) => side === wanted).length;
    const isCompleted = events.some(({ kind }) => kind === 'set-completed');
    return {
      carried: { left: of('left'), right: of('right') },
      debrief: isCompleted ? debriefSpeech(this.#debrief) : null,
    };
  }

  #coached(): CoachedExercise | null {
    if (this.#definition === null) return null;
    const text = textOf(this.#definition);
    return {
      id: this.#definition.id,
      cues: text.cues,
      prescription: this.#programme?.prescription ?? null,
      betweenSets: text.betweenSets ?? null,
    };
  }
}
