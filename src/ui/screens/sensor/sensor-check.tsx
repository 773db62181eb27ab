import { useState } from 'preact/hooks';
import { SCREEN_FACINGS } from '../../../core/sensor/recording';
import type { SetRecord } from '../../../core/session/record';
import { Choice } from '../../components/choice';
import { FileButton } from '../../components/file-button';
import { UploadIcon } from '../../components/icons';
import { lazyScreen, PART } from '../../lazy-screen';
import { words } from '../../language';
import type { SensorResultProps } from './sensor-result';
import '../../components/data-table.css';
import './sensor.css';

const SensorResult = lazyScreen<SensorResultProps>(
  async () => (await import('./sensor-result')).SensorResult,
  { ...PART, Waiting: () => <p role="status">{words.sensor.reading}</p> },
).Screen;

/** Found out from the curves, unless the person knows it. */
const WORN = ['found', ...SCREEN_FACINGS] as const;

/** The camera against a phone in the waistband. What compares them is fetched when a recording is opened. */
export function SensorCheck({ sets }: { sets: readonly SetRecord[] }) {
  const [screen, setScreen] = useState<(typeof WORN)[number]>('found');
  const [opened, setOpened] = useState<{ readonly file: File; readonly nth: number } | null>(null);
  if (!sets.some(({ curves }) => curves?.pelvisObliquityDeg.some((value) => value !== null))) return null;
  return (
    <section class="panel sensor" aria-label={words.sensor.title}>
      <h2>{words.sensor.title}</h2>
      <p class="soft">{words.sensor.lead}</p>
      <FileButton
        accept=".csv,.txt,text/csv,text/plain"
        multiple={false}
        onFiles={([file]) => {
          if (file) setOpened((last) => ({ file, nth: (last?.nth ?? 0) + 1 }));
        }}
      >
        <UploadIcon /> {opened === null ? words.sensor.open : words.sensor.openAnother}
      </FileButton>
      <details class="table-fold sensor-how">
        <summary>{words.sensor.how.title}</summary>
        <ol>
          {words.sensor.how.list.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      {opened === null ? null : (
        <>
          <Choice
            legend={words.sensor.worn.title}
            name="screen"
            value={screen}
            options={WORN.map((value) => ({ value, name: words.sensor.worn[value] }))}
            note={words.sensor.worn.note}
            onChange={setScreen}
          />
          <SensorResult
            key={opened.nth}
            file={opened.file}
            screen={screen === 'found' ? null : screen}
            sets={sets}
          />
        </>
      )}
    </section>
  );
}
