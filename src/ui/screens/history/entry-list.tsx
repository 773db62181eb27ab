import { exerciseName } from '../../exercise-text';
import { FaultIcon, TickIcon, UnseenIcon } from '../../components/icons';
import { ExerciseFigure } from '../../figures/exercise-figure';
import { time } from '../../model/format';
import type { HistoryDay, HistoryEntry } from '../../model/history-view';
import { formatRoute } from '../../router';
import { words } from '../../language';
import '../../components/rep-bar.css';
import './entry-list.css';

/** Which sessions are chosen; null while nothing is to be chosen. */
export type Selection = ReadonlySet<string> | null;

interface EntryListProps {
  readonly days: readonly HistoryDay[];
  readonly selection: Selection;
  readonly onSelect: (sessionId: string, isChosen: boolean) => void;
}

export function EntryList({ days, selection, onSelect }: EntryListProps) {
  return (
    <>
      {days.map(({ key, name, entries }) => (
        <section class="day" key={key} aria-label={name}>
          <h3>{name}</h3>
          <ul class="entries">
            {entries.map((entry) => (
              <li key={`${entry.sessionId} ${entry.exercise ?? ''}`} class={selection ? 'is-choosing' : ''}>
                {selection ? (
                  <input
                    type="checkbox"
                    aria-label={`${nameOf(entry)}, ${name}, ${time(entry.startedAt)}`}
                    checked={selection.has(entry.sessionId)}
                    // What runs is not finished with.
                    disabled={entry.isRunning}
                    onChange={(event) => {
                      onSelect(entry.sessionId, event.currentTarget.checked);
                    }}
                  />
                ) : null}
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const nameOf = (entry: HistoryEntry): string =>
  entry.exercise ? exerciseName(entry.exercise) : words.notRecognised;

const factsOf = ({
  startedAt,
  sets,
  isFromFile,
  isInterrupted,
  isRunning,
}: HistoryEntry): readonly string[] => [
  time(startedAt),
  ...(sets > 1 ? [words.historyWords.sets(sets)] : []),
  ...(isFromFile ? [words.historyWords.fromVideo] : []),
  ...(isInterrupted ? [words.historyWords.interrupted] : []),
  ...(isRunning ? [words.historyWords.running] : []),
];

function Entry({ entry }: { entry: HistoryEntry }) {
  const isHold = entry.holdS > 0;
  return (
    <a class="entry" href={formatRoute({ name: 'review', sessionId: entry.sessionId })}>
      <span class="entry-figure">
        <ExerciseFigure exercise={entry.exercise ?? 'auto'} />
      </span>
      <span class="entry-name">
        {nameOf(entry)}
        <small>{factsOf(entry).join(' · ')}</small>
      </span>
      <span class="bar" aria-hidden="true">
        {entry.outcomes.map((outcome, index) => (
          <i key={index} class={outcome === 'fault' ? 'is-fault' : outcome === 'clean' ? '' : 'is-unseen'} />
        ))}
      </span>
      <span class="entry-count">
        {isHold
          ? words.historyWords.held(Math.round(entry.holdS))
          : words.historyWords.reps(entry.left + entry.right)}
        <small>
          {[
            isHold ? words.historyWords.inPosition : words.historyWords.bySide(entry.left, entry.right),
            ...(entry.ownCount === null ? [] : [words.historyWords.own(entry.ownCount)]),
          ].join(' · ')}
        </small>
      </span>
      <Flags entry={entry} />
    </a>
  );
}

function Flags({ entry }: { entry: HistoryEntry }) {
  if (entry.flagged > 0) {
    return (
      <span class="entry-flags is-fault">
        <FaultIcon /> {words.historyWords.flagged(entry.flagged)}
      </span>
    );
  }
  if (entry.unjudged > 0) {
    return (
      <span class="entry-flags soft">
        <UnseenIcon /> {words.historyWords.notJudged(entry.unjudged)}
      </span>
    );
  }
  return (
    <span class="entry-flags soft">
      {entry.outcomes.length > 0 ? (
        <>
          <TickIcon /> {words.historyWords.allClean}
        </>
      ) : null}
    </span>
  );
}
