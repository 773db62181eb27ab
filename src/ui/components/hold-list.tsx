import { faults } from '../messages/judging';
import { capital, count, tenths } from '../model/format';
import type { HoldReview, SetReview } from '../model/review-view';
import { Stat } from './stat-tiles';

/** A set of timed holds: how long in position per side, and where it broke. */
export function HoldStats({ review }: { review: SetReview }) {
  const inPosition = (side: 'left' | 'right') =>
    review.holds
      .filter(({ hold }) => hold.side === side)
      .reduce((sum, { hold }) => sum + hold.inPositionS, 0);
  const breaks = review.holds.flatMap(({ hold }) => hold.breaks);
  const longest = Math.max(0, ...review.holds.map((hold) => hold.longestStretchS));
  return (
    <dl class="stats">
      <Stat name="Left side" value={tenths(inPosition('left'))} note="in position" />
      <Stat name="Right side" value={tenths(inPosition('right'))} note="in position" />
      <Stat name="Longest stretch" value={tenths(longest)} note="without a break" />
      <Stat
        name="Hips sagged"
        value={`${breaks.length}×`}
        note={breaks.length === 0 ? 'not that the camera saw' : 'the clock stood still meanwhile'}
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
            <strong>
              Hold {index + 1}, {capital(one.hold.side)}
            </strong>
            <span class="soft">{holdWords(one)}</span>
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

function holdWords({ hold }: HoldReview): string {
  const inPosition = `${tenths(hold.inPositionS)} in position`;
  if (hold.breaks.length === 0) return `${inPosition}, no break`;
  const names = [...new Set(hold.breaks.map((pause) => faults[pause.fault].name))].join(', ');
  return `${inPosition}, ${count(hold.breaks.length, 'break')} (${names})`;
}
