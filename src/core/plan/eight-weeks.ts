import type { ExerciseId } from '../terms/ids';

/**
 * Where a figure of the plan comes from. `published`: it stands so in the table. `between`: a step on the way from one published
 * figure to the next. `coach`: our own choice.
 */
export type DoseOrigin = 'published' | 'between' | 'coach';

/** What is to be done of an exercise on one day: so many sets of so many repetitions, or of so many seconds, on each side. */
export interface Dose {
  readonly of: 'reps' | 'holdS';
  /** Repetitions, or seconds, of one set. Of an alternating exercise: of both sides together. */
  readonly amount: number;
  readonly sets: number;
  readonly from: DoseOrigin;
}

export interface PlannedExercise {
  readonly exercise: ExerciseId;
  /** Whether a day needs it to be done; the others may be left out. */
  readonly isNeeded: boolean;
  /** One for each week. */
  readonly weeks: readonly Dose[];
}

export const PLAN = {
  weeks: 8,
  /** Published: "Frequency of all exercises was 3 days/week". */
  daysAWeek: 3,
  /**
   * Table 2 of a pilot trial with 24 runners, in which exercises followed one another: hip hikes in the weeks 1 and 2, band walks
   * in the weeks 3 and 4, side planks in the weeks 4 to 6 (modified ones of 30 and 40 s in the weeks 1 and 2). Its groups did not
   * differ: it is a source for a dose that people have done, and none for what the dose does. That the steps are spread over
   * eight weeks, and all exercises done side by side, is our choice.
   */
  source: 'McKay 2020, J Orthop Surg Res 15:188, table 2',
} as const;

const published = (of: Dose['of'], amount: number, sets: number): Dose => ({
  of,
  amount,
  sets,
  from: 'published',
});
const between = (of: Dose['of'], amount: number, sets: number): Dose => ({
  of,
  amount,
  sets,
  from: 'between',
});
const coach = (of: Dose['of'], amount: number, sets: number): Dose => ({ of, amount, sets, from: 'coach' });

/** In the order in which they are shown. */
export const PLANNED_EXERCISES: readonly PlannedExercise[] = [
  {
    exercise: 'hip-hike',
    isNeeded: true,
    weeks: [
      // Week 1 of the table: 10 × 3 on each leg.
      published('reps', 10, 3),
      between('reps', 12, 3),
      between('reps', 14, 3),
      between('reps', 14, 3),
      between('reps', 16, 3),
      between('reps', 18, 3),
      // Week 2 of the table: 20 × 3 on each leg.
      published('reps', 20, 3),
      published('reps', 20, 3),
    ],
  },
  {
    exercise: 'side-plank',
    isNeeded: true,
    weeks: [
      // Weeks 4 to 6 of the table: 15 s × 2 and 20 s × 3 on each side.
      published('holdS', 15, 2),
      published('holdS', 15, 2),
      between('holdS', 20, 2),
      published('holdS', 20, 3),
      between('holdS', 25, 3),
      between('holdS', 30, 3),
      between('holdS', 35, 3),
      // The table has 30 and 40 s for the modified plank, on bent knees: here they are the aim of the whole one.
      between('holdS', 40, 3),
    ],
  },
  {
    exercise: 'banded-lateral-step',
    isNeeded: true,
    weeks: [
      // Week 3 of the table: 15 × 2 in each direction.
      published('reps', 15, 2),
      published('reps', 15, 2),
      published('reps', 15, 2),
      published('reps', 15, 2),
      // Week 4 of the table: 15 × 3 in each direction.
      published('reps', 15, 3),
      published('reps', 15, 3),
      published('reps', 15, 3),
      published('reps', 15, 3),
    ],
  },
  {
    exercise: 'kettlebell-march',
    isNeeded: false,
    weeks: [
      coach('reps', 10, 2),
      coach('reps', 10, 2),
      coach('reps', 12, 2),
      coach('reps', 12, 2),
      coach('reps', 14, 2),
      coach('reps', 14, 2),
      coach('reps', 16, 2),
      coach('reps', 16, 2),
    ],
  },
  {
    exercise: 'curtsy-lunge',
    isNeeded: false,
    weeks: [
      coach('reps', 10, 2),
      coach('reps', 10, 2),
      coach('reps', 10, 2),
      coach('reps', 12, 2),
      coach('reps', 12, 2),
      coach('reps', 14, 2),
      coach('reps', 14, 2),
      coach('reps', 16, 2),
    ],
  },
];

/** The dose of an exercise in a week, 1-based; null for an exercise that the plan does not have. */
export const doseOf = (exercise: ExerciseId, week: number): Dose | null =>
  PLANNED_EXERCISES.find((planned) => planned.exercise === exercise)?.weeks[week - 1] ?? null;
