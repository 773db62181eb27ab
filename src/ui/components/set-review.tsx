import { useMemo, useState } from 'preact/hooks';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { SetRecord } from '../../core/session/record';
import type { PerSide } from '../../core/units';
import { words } from '../language';
import { tenths } from '../model/format';
import { outcomeSentence, repName } from '../model/outcome-words';
import { patternsOf } from '../model/pattern-view';
import { pairWith, tellingPair } from '../model/replay-pair';
import { reviewSet, type JudgedRep, type SetReview } from '../model/review-view';
import { CountCorrection } from './count-correction';
import { DataTable } from './data-table';
import { HoldList, HoldStats } from './hold-list';
import { ReplayPair } from './replay-pair';
import { RepStrip } from './rep-strip';
import { SetCurves } from './set-curves';
import { SetPatterns } from './set-patterns';
import { SideBars } from './side-bars';
import { RepStats } from './stat-tiles';
import './panel.css';
import './rep-bar.css';
import './set-review.css';
import { textOf } from '../exercise-text';

interface SetReviewProps {
  readonly set: SetRecord;
  readonly definition: ExerciseDefinition | null;
  /** Shown above when there are several. */
  readonly heading: string | null;
  /** Absent where nothing is kept (an analysed file). */
  readonly onCorrect?: (reps: PerSide<number> | null) => void;
}

/** Everything about one set: what the camera saw, and what it could not see. */
export function SetReviewPanel({ set, definition, heading, onCorrect }: SetReviewProps) {
  const review = useMemo(() => reviewSet(set), [set]);
  const [chosen, setChosen] = useState<JudgedRep | null>(null);
  // Below the set's own heading where there is one, else directly below the screen's.
  const Heading = heading ? 'h3' : 'h2';
  const isHold = definition?.prescription.kind === 'hold' || set.holds.length > 0;
  return (
    <section class="set" aria-label={heading ?? words.tables.set}>
      {heading ? <h2 class="set-head">{heading}</h2> : null}
      {set.slowestFps === undefined ? null : <p class="set-slow">{words.unsureCount(set.slowestFps)}</p>}
      {isHold ? <HoldStats review={review} /> : <RepStats review={review} definition={definition} />}
      {isHold ? (
        <Holds review={review} Heading={Heading} />
      ) : (
        <Reps
          review={review}
          definition={definition}
          Heading={Heading}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <SetCurves review={review} chosen={chosen} />
      {onCorrect && !isHold ? (
        <div class="panel">
          <Heading>{words.setReview.ownCount}</Heading>
          <CountCorrection key={set.n} review={review} onCorrect={onCorrect} />
        </div>
      ) : null}
      <p class="soft small">{words.rendered}</p>
    </section>
  );
}

type PanelHeading = 'h2' | 'h3';

function Holds({ review, Heading }: { review: SetReview; Heading: PanelHeading }) {
  return (
    <div class="panel">
      <Heading>{words.setReview.holds}</Heading>
      {review.holds.length === 0 ? (
        <p class="soft">{words.setReview.noHold}</p>
      ) : (
        <HoldList review={review} />
      )}
    </div>
  );
}

interface RepsProps {
  readonly review: SetReview;
  readonly definition: ExerciseDefinition | null;
  readonly Heading: PanelHeading;
  readonly chosen: JudgedRep | null;
  readonly onChoose: (rep: JudgedRep | null) => void;
}

function Reps({ review, definition, Heading, chosen, onChoose }: RepsProps) {
  const telling = useMemo(() => tellingPair(review), [review]);
  const pair = useMemo(() => (chosen ? pairWith(review, chosen) : telling), [review, chosen, telling]);
  const labels = textOf(definition)?.sideLabel;
  const { repetition, side, from, took, saw } = words.tables;
  const columns = [repetition, side, from, took, saw];
  const patterns = useMemo(() => patternsOf(review.set, labels), [review.set, labels]);
  if (review.reps.length === 0) {
    return (
      <div class="panel">
        <p class="soft">{words.setReview.noRep}</p>
      </div>
    );
  }
  return (
    <>
      <div class="panel">
        <Heading>{words.setReview.everyRep}</Heading>
        <div class={telling ? 'reps-again' : ''}>
          {telling && pair ? (
            <ReplayPair review={review} definition={definition} pair={pair} isChosen={chosen !== null} />
          ) : null}
          <div class="reps">
            <RepStrip reps={review.reps} definition={definition} chosen={chosen} onChoose={onChoose} />
            <SideBars review={review} definition={definition} />
          </div>
        </div>
        <DataTable
          caption={words.tables.repsAsTable}
          columns={columns}
          rows={review.reps.map((rep) => [
            rep.outcome === 'partial' ? words.tables.partial(rep.n) : repName(rep),
            textOf(definition)?.sideLabel[rep.side] ?? words.sides[rep.side],
            tenths(rep.startS),
            tenths(rep.durationS),
            outcomeSentence(rep),
          ])}
        />
      </div>
      {patterns.length > 0 ? <SetPatterns patterns={patterns} Heading={Heading} /> : null}
    </>
  );
}
