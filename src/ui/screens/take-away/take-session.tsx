import { useState } from 'preact/hooks';
import type { SessionRecord } from '../../../core/session/record';
import { exerciseName } from '../../../exercises/cards';
import { exportFileName } from '../../../storage/exchange';
import { Button, ButtonLink } from '../../components/button';
import { DownloadIcon, PrintIcon } from '../../components/icons';
import { Sheet } from '../../components/sheet';
import { words } from '../../language';
import { formatRoute } from '../../router';
import type { StartServices } from '../../services';
import { TakeRow } from './take-row';

/** A button that opens every way to take one session along, beside the file that Hipline reads itself. */
export function TakeSession(props: { record: SessionRecord; services: Pick<StartServices, 'save'> }) {
  const { record, services } = props;
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, fail] = useState(false);
  const save = async (ending: string, make: () => Promise<Blob>) => {
    try {
      services.save(exportFileName(record, ending), await make());
      fail(false);
    } catch {
      fail(true);
    }
  };
  const asCsv = async () => {
    const { toCsv } = await import('../../../core/session/csv');
    return new Blob([toCsv([record])], { type: 'text/csv' });
  };
  const asFit = async () => {
    const { toFit } = await import('../../../storage/export/fit-file');
    return new Blob([toFit(record, exerciseName)], { type: 'application/octet-stream' });
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        <PrintIcon /> {words.taking.more}
      </Button>
      <Sheet
        title={words.taking.more}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      >
        <TakeRow name={words.taking.print.name} about={words.taking.print.about}>
          <ButtonLink href={formatRoute({ name: 'summary', sessionId: record.id })}>
            <PrintIcon /> {words.taking.print.button}
          </ButtonLink>
        </TakeRow>
        <TakeRow name={words.taking.csv.name} about={words.taking.csv.about}>
          <Button onClick={() => void save('csv', asCsv)}>
            <DownloadIcon /> {words.taking.csv.button}
          </Button>
        </TakeRow>
        <TakeRow name={words.taking.fit.name} about={words.taking.fit.about}>
          <Button onClick={() => void save('fit', asFit)}>
            <DownloadIcon /> {words.taking.fit.button}
          </Button>
        </TakeRow>
        <p class="soft" role="status">
          {hasFailed ? words.taking.failed : ''}
        </p>
      </Sheet>
    </>
  );
}
