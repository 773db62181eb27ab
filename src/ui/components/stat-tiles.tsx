import type { ComponentChildren } from 'preact';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { SIDES } from '../../core/units';
import { words } from '../language';
import { capital, degreesWithSd, tenths, toTenth } from '../model/format';
import type { FaultTally, SetReview, Tempo } from '../model/review-view';
import { FaultIcon } from './icons';
import { textOf } from '../exercise-text';

interface StatProps {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly note: string;
  readonly isFault?: boolean;
}

export function Stat({ name, value, note, isFault = false }: StatProps) {
  return (
    <div class={`panel stat${isFault ? ' stat-fault' : ''}`}>
      <dt class="stat-name">
        {isFault ? <FaultIcon /> : null}
        {name}
      </dt>
      <dd class="stat-value">{value}</dd>
      <dd class="stat-note">{note}</dd>
    </div>
  );
}

interface RepStatsProps {
  readonly review: SetReview;
  readonly definition: ExerciseDefinition | null;
}

/** The first look at a set of repetitions: how many, how clean, what was wrong, how fast. */
export function RepStats({ review, definition }: RepStatsProps) {
  const { total } = review;
  return (
    <dl class="stats">
      <Stat name={words.stats.counted} value={total.counted} note={countNote(review, definition)} />
      <Stat
        name={words.stats.clean}
        value={
          <>
            {total.clean} <small>{words.stats.of(total.counted)}</small>
          </>
        }
        note={cleanNote(review)}
      />
      {review.faults.slice(0, 2).map((tally) => (
        <Stat
          key={`${tally.fault} ${tally.side ?? ''}`}
          name={capital(words.faultName(tally.fault, tally.side))}
          value={
            <>
              {tally.reps} <small>{words.stats.of(tally.of)}</small>
            </>
          }
          note={worstNote(tally)}
          isFault
        />
      ))}
      {review.tempo ? (
        <Stat name={words.stats.tempo} value={tenths(review.tempo.meanS)} note={tempoNote(review.tempo)} />
      ) : null}
    </dl>
  );
}

function countNote({ sides, total, corrected }: SetReview, definition: ExerciseDefinition | null): string {
  const parts = SIDES.filter((side) => sides[side].counted > 0).map(
    (side) => `${sides[side].counted} ${textOf(definition)?.sideLabel[side] ?? words.sides[side]}`,
  );
  if (total.partial > 0) parts.push(words.stats.partial(total.partial));
  return words.stats.countedNote(parts, corrected ? corrected.left + corrected.right : null);
}

function cleanNote({ total, reps }: SetReview): string {
  if (total.counted === 0) return words.stats.nothingToJudge;
  if (total.unjudged === 0)
    return reps.every(({ unseen }) => unseen.length === 0)
      ? words.stats.everythingJudged
      : words.stats.flaggedNotAllJudged;
  return total.unjudged === total.counted
    ? words.stats.noneJudged
    : words.stats.notFullyJudged(total.unjudged);
}

function worstNote({ worst }: FaultTally): string {
  if (worst === null) return words.stats.asSeen;
  return words.stats.worst(degreesWithSd(worst.peakDeg, worst.sdDeg), worst.rep.n);
}

const tempoNote = (tempo: Tempo): string =>
  words.stats.pace(tempo.even, toTenth(tempo.fastestS), toTenth(tempo.slowestS));
