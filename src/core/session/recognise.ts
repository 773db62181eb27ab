import type { ExerciseAnalyser, ExerciseDefinition, LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { ExerciseId } from '../terms/ids';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis, type Millis } from '../units';
import { createHesitation } from './hesitation';

/** An analyser that may look at the movement model's exercise probabilities. */
export interface RecognisingAnalyser {
  step(frame: KinematicFrame, movement: MovementEstimate | null): ReturnType<ExerciseAnalyser['step']>;
  finish(atMs: Millis): readonly ExerciseEvent[];
}

interface Candidate {
  readonly id: ExerciseId;
  readonly analyser: ExerciseAnalyser;
  /** Events so far; handed over when this one is recognised. */
  readonly log: ExerciseEvent[];
  live: LiveStatus | null;
}

/** The model's probability, averaged over {@link SURE_MS} of movement, from which an exercise is recognised. */
const SURE = 0.8;
const SURE_MS = millis(1000);
/** A completed pattern is not believed when the model holds it for less likely than this. */
const CONTRADICTED = 0.15;
/** A hold has no completed repetition: recognised after this long in position. */
const HOLD_MS = 1500;

const WAITING: LiveStatus = { phase: 'waiting', side: null, progress: 0, holdMs: millis(0), faults: [] };

/**
 * *Just start moving*: the analysers of all exercises watch from the beginning, so whichever is recognised has
 * already seen the first repetition. Nothing is recognised before a repetition or a hold is complete: other movements
 * begin like one. Where several have completed theirs, the one is recognised that the movement model is sure of; where
 * it stays unsure, the two most likely become known as a doubt.
 */
export function createRecogniser(definitions: readonly ExerciseDefinition[]): RecognisingAnalyser {
  const candidates: Candidate[] = definitions.map((definition) => ({
    id: definition.id,
    analyser: definition.createAnalyser(),
    log: [],
    live: null,
  }));
  const recent = createTimeWindow<MovementEstimate>(SURE_MS);
  const hesitation = createHesitation(candidates.map(({ id }) => id));
  let chosen: Candidate | null = null;

  const handOver = (candidate: Candidate, atMs: Millis): readonly ExerciseEvent[] => {
    chosen = candidate;
    return [
      { kind: 'exercise-recognised', atMs, exercise: candidate.id },
      ...candidate.log.map((event) => spokenAt(event, atMs)),
    ];
  };

  const ask = (movement: MovementEstimate | null, atMs: Millis): readonly ExerciseEvent[] => {
    const complete = candidates.filter(hasCompleted).map(({ id }) => id);
    const two = hesitation.judge(complete, movement, atMs);
    return two ? [{ kind: 'exercise-doubted', atMs, candidates: two, vetoed: false }] : [];
  };

  return {
    step(frame, movement) {
      if (chosen) return chosen.analyser.step(frame);
      for (const candidate of candidates) {
        const { events, live } = candidate.analyser.step(frame);
        candidate.log.push(...events);
        candidate.live = live;
      }
      if (movement) recent.push(movement, movement.timestampMs);
      const found =
        recogniseByModel(
          candidates,
          recent.entries.map((entry) => entry.value),
        ) ?? recogniseByPattern(candidates, movement ? recent.entries.map((entry) => entry.value) : []);
      if (!found) return { events: ask(movement, frame.timestampMs), live: waitingStatus(candidates) };
      return { events: handOver(found, frame.timestampMs), live: found.live ?? WAITING };
    },
    finish(atMs) {
      return chosen ? chosen.analyser.finish(atMs) : [];
    },
  };
}

/** What was counted before the exercise was known is spoken when it is known. */
export function spokenAt(event: ExerciseEvent, atMs: Millis): ExerciseEvent {
  return event.kind === 'rep-counted' ? { ...event, atMs, rep: { ...event.rep, countedAtMs: atMs } } : event;
}

const meanProbability = (recent: readonly MovementEstimate[], id: ExerciseId): number =>
  recent.reduce((sum, movement) => sum + movement.exercise[id], 0) / Math.max(1, recent.length);

function recogniseByModel(
  candidates: readonly Candidate[],
  recent: readonly MovementEstimate[],
): Candidate | null {
  const covered = (recent.at(-1)?.timestampMs ?? 0) - (recent[0]?.timestampMs ?? 0);
  if (covered < SURE_MS * 0.8) return null;
  return (
    candidates.find(
      (candidate) => hasCompleted(candidate) && meanProbability(recent, candidate.id) >= SURE,
    ) ?? null
  );
}

function recogniseByPattern(
  candidates: readonly Candidate[],
  recent: readonly MovementEstimate[],
): Candidate | null {
  const complete = candidates.filter(
    (candidate) =>
      hasCompleted(candidate) &&
      (recent.length === 0 || meanProbability(recent, candidate.id) >= CONTRADICTED),
  );
  return complete.length === 1 ? (complete[0] ?? null) : null;
}

const hasCompleted = (candidate: Candidate): boolean =>
  candidate.log.some((event) => event.kind === 'rep-counted') || (candidate.live?.holdMs ?? 0) >= HOLD_MS;

/** Before the exercise is known: ready as soon as any analyser is. */
function waitingStatus(candidates: readonly Candidate[]): LiveStatus {
  const ready = candidates.some((candidate) => candidate.live !== null && candidate.live.phase !== 'waiting');
  const lost = candidates.every((candidate) => candidate.live?.phase === 'lost');
  return { ...WAITING, phase: lost ? 'lost' : ready ? 'ready' : 'waiting' };
}
