import { exerciseName } from '../../exercises/registry';
import { useEffect, useState } from 'preact/hooks';
import type { SessionListItem } from '../../storage/session-store';
import type { StorageFault } from '../../storage/storage-fault';
import { AdviceBox } from '../components/advice-box';
import { Button } from '../components/button';
import { FileButton } from '../components/file-button';
import { FaultIcon, TickIcon, UnseenIcon, UploadIcon } from '../components/icons';
import { EmptyState, Page } from '../components/page';
import { StorageNotice } from '../components/storage-notice';
import { ExerciseFigure } from '../figures/exercise-figure';
import { storageFaults } from '../messages/en';
import { importing } from '../messages/sessions';
import { count, time } from '../model/format';
import { daysOf, trendsOf, type HistoryEntry, type Trend } from '../model/history-view';
import { formatRoute } from '../router';
import type { StartServices } from '../services';
import { ImportList, useImports } from './import-list';
import '../components/set-review.css';
import './history.css';

const PAGE_LENGTH = 50;

/** Every session kept on this computer, newest first. */
export function HistoryScreen({ services }: { services: StartServices }) {
  const history = useHistory(services);
  const { imports, bringIn, decide } = useImports(services.sessions, history.reload);
  const days = daysOf(history.items);
  const isEmpty = history.isLoaded && history.items.length === 0 && history.fault === null;
  return (
    <Page
      title="History"
      lead="What the camera saw, session by session. Kept on this computer alone."
      current="history"
      actions={
        <FileButton accept=".json,application/json" onFiles={bringIn}>
          <UploadIcon /> {importing.choose}
        </FileButton>
      }
    >
      <ImportList imports={imports} decide={decide} />
      <StorageNotice services={services} />
      {history.fault ? <AdviceBox advice={storageFaults[history.fault.code]} /> : null}
      {isEmpty ? (
        <EmptyState title="Nothing here yet" figure={<ExerciseFigure exercise="curtsy-lunge" />}>
          <p>Your first session will stand here as soon as it has one repetition. {importing.hint}</p>
        </EmptyState>
      ) : null}
      <Trends trends={trendsOf(history.items)} />
      {days.map(({ name, entries }) => (
        <section class="day" key={name} aria-label={name}>
          <h2>{name}</h2>
          <ul class="entries">
            {entries.map((entry) => (
              <li key={`${entry.sessionId} ${entry.exercise ?? ''}`}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {history.items.flatMap((item) =>
        item.kind === 'damaged'
          ? [<Damaged key={item.id} item={item} onDelete={() => history.remove(item.id)} />]
          : [],
      )}
      {history.items.length < history.total ? (
        <div class="more">
          <Button onClick={history.more}>Show older sessions</Button>
        </div>
      ) : null}
    </Page>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const isHold = entry.holdS > 0;
  return (
    <a class="entry" href={formatRoute({ name: 'review', sessionId: entry.sessionId })}>
      <span class="entry-figure">
        <ExerciseFigure exercise={entry.exercise ?? 'auto'} />
      </span>
      <span class="entry-name">
        {entry.exercise ? exerciseName(entry.exercise) : 'Not recognised'}
        <small>
          {time(entry.startedAt)}
          {entry.sets > 1 ? ` · ${entry.sets} sets` : ''}
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

function Trends({ trends }: { trends: readonly Trend[] }) {
  if (trends.length === 0) return null;
  return (
    <ul class="trends" aria-label="How it has gone">
      {trends.map((trend) => (
        <li key={trend.exercise} class="panel trend">
          <span class="soft">{exerciseName(trend.exercise)}</span>
          <strong>{trendWords(trend)}</strong>
          <Bars trend={trend} />
        </li>
      ))}
    </ul>
  );
}

function trendWords({ points, unit }: Trend): string {
  const last = points.at(-1)?.value ?? 0;
  return unit === 'clean' ? `${Math.round(last * 100)} % clean` : `${Math.round(last)} s held`;
}

function Bars({ trend: { points, unit } }: { trend: Trend }) {
  const most = unit === 'clean' ? 1 : Math.max(...points.map(({ value }) => value));
  return (
    <svg viewBox="0 0 140 26" preserveAspectRatio="none" aria-hidden="true">
      {points.map(({ value, startedAt }, index) => {
        const height = Math.max(1.5, (value / most) * 26);
        return <rect key={startedAt} x={index * 10} y={26 - height} width="8" height={height} rx="1.5" />;
      })}
    </svg>
  );
}

type DamagedItem = Extract<SessionListItem, { kind: 'damaged' }>;

/** Which one it is, and where it is wrong, stands in the message: there may be several. */
function Damaged({ item, onDelete }: { item: DamagedItem; onDelete: () => void }) {
  const { title, todo } = storageFaults['damaged-record'];
  return (
    <div class="damaged">
      <AdviceBox advice={{ title, todo: `${todo} (${item.id}, at ${item.detail})` }}>
        <Button onClick={onDelete}>Delete it</Button>
      </AdviceBox>
    </div>
  );
}

function useHistory({ sessions }: StartServices) {
  const [items, setItems] = useState<readonly SessionListItem[]>([]);
  const [total, setTotal] = useState(0);
  const [isLoaded, setLoaded] = useState(false);
  const [fault, setFault] = useState<StorageFault | null>(null);
  const load = async (offset: number) => {
    const result = await sessions.list({ offset, limit: PAGE_LENGTH });
    setLoaded(true);
    setFault(result.ok ? null : result.fault);
    if (!result.ok) return;
    setTotal(result.value.total);
    setItems((before) => [...before.slice(0, offset), ...result.value.items]);
  };
  const remove = async (id: string) => {
    const result = await sessions.delete(id);
    if (result.ok) await load(0);
    else setFault(result.fault);
  };
  useEffect(() => {
    void load(0);
  }, [sessions]);
  return {
    items,
    total,
    isLoaded,
    fault,
    more: () => void load(items.length),
    reload: () => void load(0),
    remove: (id: string) => void remove(id),
  };
}
