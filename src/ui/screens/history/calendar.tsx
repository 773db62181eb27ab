import { useMemo, useState } from 'preact/hooks';
import { BackIcon, ForwardIcon } from '../../components/icons';
import { Button } from '../../components/button';
import { countDays, monthOf, type CalendarDay } from '../../model/calendar';
import { day, month, weekdays } from '../../model/format';
import { words } from '../../language';
import './calendar.css';

interface CalendarProps {
  /** When each session began. */
  readonly times: readonly number[];
  readonly nowMs: number;
  /** The day that is shown alone. */
  readonly chosen: string | null;
  readonly onChoose: (day: string | null) => void;
}

/** A month with its training days. A day can be chosen, and chosen again to see all. */
export function Calendar({ times, nowMs, chosen, onChoose }: CalendarProps) {
  const [back, setBack] = useState(0);
  const days = useMemo(() => countDays(times), [times]);
  const { atMs, weeks } = monthOf(days, nowMs, back);
  return (
    <section class="panel calendar" aria-label={words.historyWords.calendar}>
      <div class="calendar-head">
        <h2 aria-live="polite">{month(atMs)}</h2>
        <Button
          kind="quiet"
          label={words.historyWords.earlier}
          onClick={() => {
            setBack(back + 1);
          }}
        >
          <BackIcon />
        </Button>
        <Button
          kind="quiet"
          label={words.historyWords.later}
          disabled={back === 0}
          onClick={() => {
            setBack(back - 1);
          }}
        >
          <ForwardIcon />
        </Button>
      </div>
      <table>
        <thead>
          <tr>
            {weekdays().map((name) => (
              <th key={name} scope="col">
                <span aria-hidden="true">{name.slice(0, 2)}</span>
                <span class="visually-hidden">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.key}>
              {week.map((one) => (
                <td key={one.key}>
                  <Day one={one} isChosen={one.key === chosen} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day(props: { one: CalendarDay; isChosen: boolean; onChoose: CalendarProps['onChoose'] }) {
  const { one, isChosen, onChoose } = props;
  if (!one.isInMonth) return <span class="calendar-day is-outside" aria-hidden="true" />;
  const looks = `calendar-day${one.isToday ? ' is-today' : ''}`;
  if (one.sessions === 0) return <span class={looks}>{one.dayOfMonth}</span>;
  return (
    <button
      type="button"
      class={`${looks} is-trained`}
      aria-pressed={isChosen}
      aria-label={words.historyWords.dayLabel(day(one.atMs), one.sessions)}
      onClick={() => {
        onChoose(isChosen ? null : one.key);
      }}
    >
      {one.dayOfMonth}
    </button>
  );
}
