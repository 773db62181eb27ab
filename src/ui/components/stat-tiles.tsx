import type { ComponentChildren } from 'preact';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { SIDES } from '../../core/units';
import { faultName } from '../messages/judging';
import { capital, degreesWithSd, tenths } from '../model/format';
import type { FaultTally, SetReview, Tempo } from '../model/review-view';
import { FaultIcon } from './icons';

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
      <Stat name="Counted" value={total.counted} note={countNote(review, definition)} />
      <Stat
        name="Clean"
        value={
          <>
            {total.clean} <small>of {total.counted}</small>
          </>
        }
        note={cleanNote(review)}
      />
      {review.faults.slice(0, 2).map((tally) => (
        <Stat
          key={`${tally.fault} ${tally.side ?? ''}`}
          name={capital(faultName(tally.fault, tally.side))}
          value={
            <>
              {tally.reps} <small>of {tally.of}</small>
            </>
          }
          note={worstNote(tally)}
          isFault
        />
      ))}
      {review.tempo ? (
        <Stat name="Tempo" value={tenths(review.tempo.meanS)} note={tempoNote(review.tempo)} />
      ) : null}
    </dl>
  );
}

function countNote({ sides, total, corrected }: SetReview, definition: ExerciseDefinition | null): string {
  const parts = SIDES.filter((side) => sides[side].counted > 0).map(
    (side) => `${sides[side].counted} ${definition?.text.sideLabel[side] ?? side}`,
  );
  if (total.partial > 0) parts.push(`${total.partial} partial`);
  const own = corrected ? `. You counted ${corrected.left + corrected.right}` : '';
  return parts.join(' · ') + own;
}

function cleanNote({ total, reps }: SetReview): string {
  if (total.counted === 0) return 'nothing to judge';
  if (total.unjudged === 0)
    return reps.every(({ unseen }) => unseen.length === 0)
      ? 'everything was judged'
      : 'of the flagged ones not everything was judged';
  return total.unjudged === total.counted
    ? 'the camera could not judge them'
    : `${total.unjudged} the camera could not fully judge`;
}

function worstNote({ worst }: FaultTally): string {
  if (worst === null) return 'as the camera saw it';
  return `worst ${degreesWithSd(worst.peakDeg, worst.sdDeg)}, in repetition ${worst.rep.n}`;
}

const tempoNote = (tempo: Tempo): string =>
  `${tempo.even ? 'even' : 'uneven'}, from ${tempo.fastestS.toFixed(1)} to ${tempo.slowestS.toFixed(1)} s each`;
