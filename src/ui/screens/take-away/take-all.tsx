import { useState } from 'preact/hooks';
import type { ExportedSessions } from '../../../storage/export/all-sessions';
import { exportAllFileName } from '../../../storage/exchange';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { words } from '../../language';
import type { StartServices } from '../../services';
import { TakeRow } from './take-row';

interface TakeAllProps {
  readonly services: StartServices;
  /** Which sessions; null while it is closed. */
  readonly ids: readonly string[] | null;
  readonly onClose: () => void;
}

type State = 'ready' | 'working' | 'failed' | { readonly left: number };

/** Saves many sessions: as one file that can be brought in again, or as one table. */
export function TakeAllSheet({ services, ids, onClose }: TakeAllProps) {
  const [state, setState] = useState<State>('ready');
  const save = async (ending: string, make: () => Promise<ExportedSessions>) => {
    setState('working');
    try {
      const { files, left } = await make();
      for (const [index, file] of files.entries()) {
        services.save(exportAllFileName(services.now(), ending, index + 1, files.length), file);
      }
      setState(left.length > 0 ? { left: left.length } : 'ready');
    } catch {
      setState('failed');
    }
  };
  const take = (ending: 'json' | 'csv') => {
    void save(ending, async () => {
      const exporting = await import('../../../storage/export/all-sessions');
      const chosen = ids ?? [];
      return ending === 'json'
        ? exporting.exportAll(services.sessions, chosen)
        : exporting.exportAllAsCsv(services.sessions, chosen);
    });
  };
  return (
    <Sheet title={words.taking.some(ids?.length ?? 0)} isOpen={ids !== null} onClose={onClose}>
      <TakeRow name={words.taking.json.name} about={words.taking.jsonAll}>
        <Button
          disabled={state === 'working'}
          onClick={() => {
            take('json');
          }}
        >
          {words.taking.json.button}
        </Button>
      </TakeRow>
      <TakeRow name={words.taking.csv.name} about={words.taking.csv.about}>
        <Button
          disabled={state === 'working'}
          onClick={() => {
            take('csv');
          }}
        >
          {words.taking.csv.button}
        </Button>
      </TakeRow>
      <p class="soft" role="status">
        {state === 'working' ? words.taking.working : ''}
        {state === 'failed' ? words.taking.failed : ''}
        {typeof state === 'object' ? words.taking.left(state.left) : ''}
      </p>
    </Sheet>
  );
}
