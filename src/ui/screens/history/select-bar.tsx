import { Button } from '../../components/button';
import { BinIcon, DownloadIcon } from '../../components/icons';
import { words } from '../../language';
import type { Selection } from './entry-list';

interface SelectBarProps {
  /** Every session that can be chosen, also those that are not on the page yet. */
  readonly all: readonly string[];
  readonly selection: NonNullable<Selection>;
  readonly onSelection: (selection: Selection) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onTake: (ids: readonly string[]) => void;
}

/** What can be done with the chosen sessions: some, or all. */
export function SelectBar({ all, selection, onSelection, onRemove, onTake }: SelectBarProps) {
  const chosen = [...selection];
  const isAll = chosen.length === all.length && all.length > 0;
  return (
    <div class="select-bar" role="group" aria-label={words.deletion.chooseHint}>
      <Button
        onClick={() => {
          onSelection(new Set(isAll ? [] : all));
        }}
      >
        {isAll ? words.deletion.none : words.deletion.all}
      </Button>
      <Button
        disabled={chosen.length === 0}
        onClick={() => {
          onTake(chosen);
        }}
      >
        <DownloadIcon /> {words.taking.some(chosen.length)}
      </Button>
      <Button
        disabled={chosen.length === 0}
        onClick={() => {
          onRemove(chosen);
          onSelection(null);
        }}
      >
        <BinIcon /> {words.deletion.remove(chosen.length)}
      </Button>
      <Button
        kind="quiet"
        onClick={() => {
          onSelection(null);
        }}
      >
        {words.deletion.done}
      </Button>
    </div>
  );
}
