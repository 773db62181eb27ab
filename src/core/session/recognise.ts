import type { ExerciseAnalyser, ExerciseDefinition, LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis } from '../units';
import { createHesitation } from './hesitation';

/** What watching all exercises at once came to. */
export interface RecognitionStep {
  /** The exercise that is being done, once it is known. */
  readonly recognised: ExerciseDefinition | null;
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus;
}

/** *Just start moving*: finds out which exercise is being done. */
export interface Recogniser {
  step(frame: KinematicFrame, movement: MovementEstimate | null): RecognitionStep;
}

interface Candidate {
  readonly definition: ExerciseDefinition;
  readonly analyser: ExerciseAnalyser;
  hasCompleted: boolean;
  live: LiveStatus | null;
}

/** The model's probability, averaged over {@link SURE_MS} of movement, from which an exercise is recognised. */
const SURE = 0.8;
const SURE_MS = millis(1000);
/** So much of that time must have been seen. */
const SEEN_SHARE = 0.8;
/** A completed pattern is not believed when the model holds it for less likely than this. */
const CONTRADICTED = 0.15;
/** A hold has no completed repetition: recognised after this long in position. */
const HOLD_MS = 1500;

const WAITING: LiveStatus = { phase: 'waiting', side: null, progress: 0, holdMs: millis(0), faults: [] };

/**
 * The analysers of all exercises watch. Nothing is recognised before a repetition or a hold is complete: other movements begin
 * like one. Where several have completed theirs, the one is recognised that the movement model is sure of; where it stays
 * unsure, the two most likely become known as a doubt. What was done before is counted by going through it again.
 */
export function createRecogniser(definitions: readonly ExerciseDefinition[]): Recogniser {
  const candidates: Candidate[] = definitions.map((definition) => ({
    definition,
    analyser: definition.createAnalyser(),
    hasCompleted: false,
    live: null,
  }));
  const recent = createTimeWindow<MovementEstimate>(SURE_MS);
  const hesitation = createHesitation(definitions);

  const watch = (candidate: Candidate, frame: KinematicFrame): void => {
    const { finished, live } = candidate.analyser.step(frame);
    candidate.live = live;
    candidate.hasCompleted ||=
      finished.some(({ outcome }) => outcome.kind === 'counted') || live.holdMs >= HOLD_MS;
  };

  const ask = (frame: KinematicFrame, movement: MovementEstimate | null): readonly ExerciseEvent[] => {
    const complete = candidates.filter(({ hasCompleted }) => hasCompleted);
    const ids = complete.map(({ definition }) => definition.id);
    const two = hesitation.judge(ids, movement, frame.timestampMs);
    return two ? [{ kind: 'exercise-doubted', atMs: frame.timestampMs, candidates: two, vetoed: false }] : [];
  };

  return {
    step(frame, movement) {
      for (const candidate of candidates) watch(candidate, frame);
      if (movement) recent.push(movement, movement.timestampMs);
      const said = recent.entries.map(({ value }) => value);
      const found =
        recogniseByModel(candidates, said) ?? recogniseByPattern(candidates, movement ? said : []);
      if (found) return { recognised: found.definition, events: [], live: found.live ?? WAITING };
      return { recognised: null, events: ask(frame, movement), live: waitingStatus(candidates) };
    },
  };
}

/** Mean probability of an exercise; 0 for one that the network does not know. */
function meanProbability(recent: readonly MovementEstimate[], { movement }: ExerciseDefinition): number {
  if (!movement) return 0;
  const sum = recent.reduce((total, said) => total + said.exercise[movement.movementClass], 0);
  return sum / Math.max(1, recent.length);
}

function recogniseByModel(
  candidates: readonly Candidate[],
  recent: readonly MovementEstimate[],
): Candidate | null {
  const covered = (recent.at(-1)?.timestampMs ?? 0) - (recent[0]?.timestampMs ?? 0);
  if (covered < SEEN_SHARE * SURE_MS) return null;
  return (
    candidates.find(
      ({ hasCompleted, definition }) => hasCompleted && meanProbability(recent, definition) >= SURE,
    ) ?? null
  );
}

function recogniseByPattern(
  candidates: readonly Candidate[],
  recent: readonly MovementEstimate[],
): Candidate | null {
  const complete = candidates.filter(
    ({ hasCompleted, definition }) =>
      hasCompleted &&
      (recent.length === 0 ||
        definition.movement === null ||
        meanProbability(recent, definition) >= CONTRADICTED),
  );
  return complete.length === 1 ? (complete[0] ?? null) : null;
}

/** Before the exercise is known: ready as soon as any analyser is. */
function waitingStatus(candidates: readonly Candidate[]): LiveStatus {
  const ready = candidates.some(({ live }) => live !== null && live.phase !== 'waiting');
  const lost = candidates.every(({ live }) => live?.phase === 'lost');
  return { ...WAITING, phase: lost ? 'lost' : ready ? 'ready' : 'waiting' };
}
