import type { Pooled } from '../../core/session/summary-statistics';
import { SIDES } from '../../core/units';
import { words } from '../language';
import { flaggedWords, meanWords, type CheckPattern, type SidePattern } from '../model/pattern-view';
import { FaultIcon } from './icons';
import './set-patterns.css';

interface SetPatternsProps {
  readonly patterns: readonly CheckPattern[];
  readonly Heading: 'h2' | 'h3';
}

/** Each check over the whole set: how often, how much on average, from when on, and left against right. */
export function SetPatterns({ patterns, Heading }: SetPatternsProps) {
  const hasScale = patterns.some(({ sides }) =>
    SIDES.some((side) => sides[side]?.mean && sides[side].lineDeg !== null),
  );
  return (
    <div class="panel">
      <Heading>{words.patterns.title}</Heading>
      <ul class="patterns">
        {patterns.map((pattern) => (
          <Pattern key={pattern.fault} pattern={pattern} />
        ))}
      </ul>
      <p class="soft small">
        {words.patterns.note} {hasScale ? words.patterns.limit : ''}
      </p>
    </div>
  );
}

function Pattern({ pattern }: { pattern: CheckPattern }) {
  return (
    <li>
      <strong class={`pattern-name${pattern.flagged > 0 ? ' is-fault' : ''}`}>
        {pattern.flagged > 0 ? <FaultIcon /> : null}
        {pattern.name}
      </strong>
      {SIDES.map((side) => (
        <SideRow key={side} pattern={pattern.sides[side]} />
      ))}
      {pattern.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  );
}

function SideRow({ pattern }: { pattern: SidePattern | null }) {
  if (pattern === null) return null;
  const { role, mean, lineDeg } = pattern;
  return (
    <div class="pattern-side">
      <span>{role}</span>
      <span class="pattern-words">
        {mean ? <b>{meanWords(mean)}</b> : null}
        <span class="soft">{flaggedWords(pattern)}</span>
      </span>
      {mean && lineDeg !== null ? <MeanScale mean={mean} limitDeg={lineDeg} /> : null}
    </div>
  );
}

/** The scale reaches from level to twice the limit: beyond it a mean is off the scale, and stands at its end. */
const SCALE_LIMITS = 2;

/** The mean as a point with its error, against the angle from which a repetition is flagged. The words say the same. */
function MeanScale({ mean: { meanDeg, seDeg }, limitDeg }: { mean: Pooled; limitDeg: number }) {
  const place = (value: number) =>
    `${(Math.min(1, Math.max(0, value / (limitDeg * SCALE_LIMITS))) * 100).toFixed(1)}%`;
  const error = seDeg ?? 0;
  return (
    <span class="pattern-scale" aria-hidden="true">
      <i class="pattern-limit" style={{ left: place(limitDeg) }} />
      <i
        class="pattern-error"
        style={{ left: place(meanDeg - error), right: `calc(100% - ${place(meanDeg + error)})` }}
      />
      <i class="pattern-mean" style={{ left: place(meanDeg) }} />
    </span>
  );
}
