import { useMemo } from 'preact/hooks';
import type { SetRecord } from '../../core/session/record';
import { words } from '../language';
import { time } from '../model/format';
import { headlineOf } from '../model/headline';
import { reviewSet } from '../model/review-view';
import { comparedRows } from '../model/sets-compared';
import './sets-compared.css';

interface SetListProps {
  readonly sets: readonly { readonly set: SetRecord; readonly name: string }[];
  readonly chosen: number;
  readonly onChoose: (n: number) => void;
}

/** Sets of different exercises, a sentence each; choosing one shows it below in full. */
export function SetList({ sets, chosen, onChoose }: SetListProps) {
  const lines = useMemo(
    () => sets.map((one) => ({ ...one, sentence: headlineOf([reviewSet(one.set)]).sentence })),
    [sets],
  );
  return (
    <section class="panel compared" aria-labelledby="set-list">
      <h2 id="set-list">{words.tables.byExercise}</h2>
      <ul class="set-list">
        {lines.map(({ set, name, sentence }) => (
          <li key={set.n}>
            <button
              type="button"
              aria-pressed={set.n === chosen}
              onClick={() => {
                onChoose(set.n);
              }}
            >
              <b>{name}</b> <small>{time(set.startedAt)}</small>
              <span>{sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SetsComparedProps {
  /** Sets of one exercise. */
  readonly sets: readonly SetRecord[];
  /** The exercise's name; null where the session has one only. */
  readonly name: string | null;
  /** The set whose details stand below. */
  readonly chosen: number;
  readonly onChoose: (n: number) => void;
}

/** Sets side by side; choosing one shows it below in full. */
export function SetsCompared({ sets, name, chosen, onChoose }: SetsComparedProps) {
  const rows = useMemo(() => comparedRows(sets.map(reviewSet)), [sets]);
  const title = name ?? words.tables.sideBySide;
  return (
    <section class="panel compared" aria-label={title}>
      <h2>{title}</h2>
      <div class="table-scroll" role="region" aria-label={words.tables.tableOf(title)} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <td />
              {sets.map((set) => (
                <th key={set.n} scope="col" class={set.n === chosen ? 'is-chosen' : ''}>
                  <button
                    type="button"
                    aria-pressed={set.n === chosen}
                    onClick={() => {
                      onChoose(set.n);
                    }}
                  >
                    {words.tables.setN(set.n)} <small>{time(set.startedAt)}</small>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} class={row.isFault ? 'is-fault' : ''}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, index) => (
                  <td key={sets[index]?.n} class={sets[index]?.n === chosen ? 'is-chosen' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
