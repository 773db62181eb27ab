import { words } from '../language';
import { tenths } from '../model/format';
import { holdWordsOf } from '../model/hold-words';
import type { HoldReview, SetReview } from '../model/review-view';
import { Stat } from './stat-tiles';

/** A set of timed holds: how long in position per side, and where it broke. */
export function HoldStats({ review }: { review: SetReview }) {
  const inPosition = (side: 'left' | 'right') =>
    review.holds
      .filter(({ hold }) => hold.side === side)
      .reduce((sum, { hold }) => sum + hold.inPositionS, 0);
  const { sides, tile } = holdWordsOf(review.set);
  const breaks = review.holds.flatMap(({ hold }) => hold.breaks);
  const longest = Math.max(0, ...review.holds.map((hold) => hold.longestStretchS));
  return (
    <dl class="stats">
      <Stat name={sides.left} value={tenths(inPosition('left'))} note={words.stats.inPosition} />
      <Stat name={sides.right} value={tenths(inPosition('right'))} note={words.stats.inPosition} />
      <Stat name={words.stats.longestStretch} value={tenths(longest)} note={words.stats.withoutBreak} />
      <Stat
        name={tile}
        value={`${breaks.length}×`}
        note={breaks.length === 0 ? words.stats.noSag : words.stats.clockStood}
        isFault={breaks.length > 0}
      />
    </dl>
  );
}

export function HoldList({ review }: { review: SetReview }) {
  return (
    <ol class="holds">
      {review.holds.map((one, index) => (
        <li key={one.hold.startS}>
          <div class="hold-words">
            <strong>{words.setReview.holdOf(index + 1, one.hold.side)}</strong>
            <span class="soft">{holdWords(review, one)}</span>
          </div>
          <HoldLine review={one} />
        </li>
      ))}
    </ol>
  );
}

function HoldLine({ review: { hold } }: { review: HoldReview }) {
  const share = (seconds: number) => `${((seconds / (hold.endS - hold.startS)) * 100).toFixed(2)}%`;
  return (
    <div class="hold-line" aria-hidden="true">
      {hold.breaks.map((pause) => (
        <i
          key={pause.startS}
          style={{ left: share(pause.startS - hold.startS), width: share(pause.endS - pause.startS) }}
        />
      ))}
    </div>
  );
}

function holdWords({ set }: SetReview, { hold }: HoldReview): string {
  const inPosition = tenths(hold.inPositionS);
  if (hold.breaks.length === 0) return words.setReview.heldUnbroken(inPosition);
  return words.setReview.heldBroken(inPosition, hold.breaks.length, holdWordsOf(set).why);
}
