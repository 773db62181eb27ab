import { Select } from '../../components/choice';
import { DayDots } from '../../components/day-dots';
import { words } from '../../language';
import { weekProgress } from '../../model/calendar';

interface WeekProps {
  readonly times: readonly number[];
  readonly nowMs: number;
  /** Training days a week; zero for none. */
  readonly goal: number;
  readonly onGoal: (goal: number) => void;
}

const GOALS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** What was done this week of what the person wants. It says what was done and never what is missing. */
export function Week({ times, nowMs, goal, onGoal }: WeekProps) {
  const { days, streak, recent } = weekProgress(times, nowMs, goal);
  const places = Math.max(goal, days);
  return (
    <section class="panel week" aria-label={words.week.title}>
      <h2>{words.week.title}</h2>
      <p class="week-count">
        <strong>{words.week.done(days, goal)}</strong>
        {words.week.streak(streak) ? <span class="soft">{words.week.streak(streak)}</span> : null}
      </p>
      {places > 0 ? <DayDots done={days} of={places} /> : null}
      <RecentWeeks recent={recent} goal={goal} />
      <Select
        label={words.week.goal}
        value={String(goal)}
        options={GOALS.map((days) => ({
          value: String(days),
          name: days === 0 ? words.week.none : words.week.days(days),
        }))}
        onChange={(value) => {
          onGoal(Number(value));
        }}
      />
    </section>
  );
}

/** A week has seven days, whatever the goal. */
const WEEK_DAYS = 7;

function RecentWeeks({ recent, goal }: { recent: readonly number[]; goal: number }) {
  return (
    <figure class="weeks">
      <figcaption class="soft small">{words.week.recent}</figcaption>
      <div class="weeks-bars" role="img" aria-label={words.week.recentLabel(recent)}>
        {recent.map((days, index) => (
          <i
            key={index}
            class={goal > 0 && days >= goal ? 'is-reached' : ''}
            style={{ '--share': days / WEEK_DAYS }}
          />
        ))}
      </div>
    </figure>
  );
}
