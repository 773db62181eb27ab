import { useEffect, useMemo, useState } from 'preact/hooks';
import { LARGEST_SENSOR_FILE_BYTES, parseSensorFile } from '../../../capture/sensor-file';
import { sessionSignal } from '../../../core/sensor/camera-signal';
import { compareWithSensor, type SensorComparison } from '../../../core/sensor/compare';
import type { ReadSensor, ScreenFacing, SensorRecording } from '../../../core/sensor/recording';
import type { SetRecord } from '../../../core/session/record';
import { AgreementChart } from '../../charts/agreement-chart';
import { CurveChart } from '../../charts/curve-chart';
import { AdviceBox } from '../../components/advice-box';
import { DataTable } from '../../components/data-table';
import { Stat } from '../../components/stat-tiles';
import type { Advice } from '../../messages/words';
import { words } from '../../language';
import { hundredths } from '../../model/format';
import { repsWithin, sensorView, signed } from '../../model/sensor-view';

export interface SensorResultProps {
  readonly file: File;
  /** Which way the screen faced; null: to be found out. */
  readonly screen: ScreenFacing | null;
  readonly sets: readonly SetRecord[];
}

type Outcome =
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'compared'; readonly comparison: SensorComparison; readonly recording: SensorRecording };

/** Reads one recording and says how far the camera and the phone agree, or why they were not compared. */
export function SensorResult({ file, screen, sets }: SensorResultProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    let isLatest = true;
    void outcomeOf(file, screen, sets).then((found) => {
      if (isLatest) setOutcome(found);
    });
    return () => {
      isLatest = false;
    };
  }, [file, screen, sets]);
  if (outcome === null) return <p role="status">{words.sensor.reading}</p>;
  if (outcome.kind === 'advice') return <AdviceBox advice={outcome.advice} />;
  return <Compared name={file.name} sets={sets} {...outcome} />;
}

async function outcomeOf(
  file: File,
  screen: ScreenFacing | null,
  sets: readonly SetRecord[],
): Promise<Outcome> {
  const read = await readFile(file);
  if (!read.ok) return { kind: 'advice', advice: words.sensorFileFaults[read.fault] };
  const result = compareWithSensor(sessionSignal(sets), read.recording, screen);
  if (!result.ok) return { kind: 'advice', advice: words.sensorRefusals[result.why] };
  return { kind: 'compared', comparison: result.comparison, recording: read.recording };
}

async function readFile(file: File): Promise<ReadSensor> {
  if (file.size > LARGEST_SENSOR_FILE_BYTES) return { ok: false, fault: 'too-large' };
  try {
    return parseSensorFile(await file.text());
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
}

interface ComparedProps {
  readonly name: string;
  readonly sets: readonly SetRecord[];
  readonly comparison: SensorComparison;
  readonly recording: SensorRecording;
}

function Compared({ name, sets, comparison, recording }: ComparedProps) {
  const view = useMemo(() => sensorView(comparison, recording), [comparison, recording]);
  const reps = useMemo(() => repsWithin(sets, view.timesS), [sets, view]);
  const { biasDeg, lowerDeg, upperDeg } = comparison;
  const [bias, lower, upper] = [signed(biasDeg), signed(lowerDeg), signed(upperDeg)];
  return (
    <div class="sensor-result">
      <h3>{name}</h3>
      <p role="status">{words.sensor.sentence(bias, lower, upper)}</p>
      <Figures comparison={comparison} />
      <CurveChart
        title={words.sensor.chart.title}
        reading={words.sensor.chart.reading}
        timesS={view.timesS}
        curves={view.curves}
        readouts={view.readouts}
        reps={reps}
        chosen={null}
        fault="hip-drop"
      />
      <DataTable caption={words.sensor.chart.table} columns={words.sensor.chart.columns} rows={view.rows} />
      <AgreementChart
        title={words.sensor.plot.title}
        reading={words.sensor.plot.reading}
        label={words.sensor.plot.label(bias, lower, upper)}
        agreement={comparison}
        pairs={comparison.pairs}
        marks={{
          bias: words.sensor.plot.bias(bias),
          lower: words.sensor.plot.limit(lower),
          upper: words.sensor.plot.limit(upper),
        }}
      />
      <ul class="sensor-notes soft small">
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

function Figures({ comparison: { biasDeg, lowerDeg, upperDeg, r, n } }: { comparison: SensorComparison }) {
  const { figures } = words.sensor;
  return (
    <dl class="stats sensor-stats">
      <Stat name={figures.bias} value={signed(biasDeg)} note={figures.biasNote} />
      <Stat
        name={figures.limits}
        value={
          <>
            {signed(lowerDeg)} <small>…</small> {signed(upperDeg)}
          </>
        }
        note={figures.limitsNote}
      />
      <Stat
        name={figures.correlation}
        value={r === null ? '–' : hundredths(r)}
        note={figures.correlationNote}
      />
      <Stat name={figures.moments} value={n} note={figures.momentsNote} />
    </dl>
  );
}
