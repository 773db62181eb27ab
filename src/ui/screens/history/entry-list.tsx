import { exerciseName } from '../../../exercises/registry';
import { FaultIcon, TickIcon, UnseenIcon } from '../../components/icons';
import { ExerciseFigure } from '../../figures/exercise-figure';
import { count, time } from '../../model/format';
import type { HistoryDay, HistoryEntry } from '../../model/history-view';
import { formatRoute } from '../../router';
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
  entry.exercise ? exerciseName(entry.exercise) : 'Not recognised';

function Entry({ entry }: { entry: HistoryEntry }) {
  const isHold = entry.holdS > 0;
  return (
    <a class="entry" href={formatRoute({ name: 'review', sessionId: entry.sessionId })}>
      <span class="entry-figure">
        <ExerciseFigure exercise={entry.exercise ?? 'auto'} />
      </span>
      <span class="entry-name">
        {nameOf(entry)}
        <small>
          {time(entry.startedAt)}
          {entry.sets > 1 ? ` · ${entry.sets} sets` : ''}
          {entry.isFromFile ? ' · from a video' : ''}
          {entry.isInterrupted ? ' · interrupted' : ''}
          {entry.isRunning ? ' · running' : ''}
        </small>
      </span>
      <span class="bar" aria-hidden="true">
        {entry.outcomes.map((outcome, index) => (
          <i key={index} class={outcome === 'fault' ? 'is-fault' : outcome === 'clean' ? '' : 'is-unseen'} />
        ))}
      </span>
      <span class="entry-count">
        {isHold ? `${Math.round(entry.holdS)} s held` : count(entry.left + entry.right, 'rep')}
        <small>
          {isHold ? 'in position' : `${entry.left} left · ${entry.right} right`}
          {entry.ownCount === null ? '' : ` · you: ${entry.ownCount}`}
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
        <FaultIcon /> {entry.flagged} flagged
      </span>
    );
  }
  if (entry.unjudged > 0) {
    return (
      <span class="entry-flags soft">
        <UnseenIcon /> {entry.unjudged} not judged
      </span>
    );
  }
  return (
    <span class="entry-flags soft">
      {entry.outcomes.length > 0 ? (
        <>
          <TickIcon /> all clean
        </>
      ) : null}
    </span>
  );
}
