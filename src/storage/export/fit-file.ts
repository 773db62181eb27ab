import { FitWriter } from '@markw65/fit-file-writer';
import type { ExerciseId } from '../../core/terms/ids';
import type { SessionRecord, SetRecord } from '../../core/session/record';
import { countReps } from '../../core/session/summary';
import { fitCode } from './fit-codes';

/** One set on the wall clock. */
interface TimedSet {
  readonly set: SetRecord;
  readonly startMs: number;
  readonly endMs: number;
  readonly durationS: number;
}

/**
 * The session as a FIT strength activity: its sets with exercise, repetitions and duration, and the rests between them. Other
 * programs can then keep it beside runs. FIT has no place for sides and faults: those are in the CSV and the JSON.
 *
 * @param nameOf what an exercise is called; stands in the file where the FIT profile has no exercise of that name
 */
export function toFit(record: SessionRecord, nameOf: (id: ExerciseId) => string): Uint8Array<ArrayBuffer> {
  const writer = new FitWriter({ noCompressedTimestamps: true });
  const sets = record.sets.map(timed).filter(({ durationS }) => durationS > 0);
  const startMs = record.startedAt;
  const endMs = Math.max(startMs, record.endedAt ?? startMs, ...sets.map((set) => set.endMs));
  writeHead(writer, startMs);
  writeTitles(writer, record, nameOf);
  writeSets(writer, sets);
  writeTotals(writer, startMs, endMs);
  const view = writer.finish();
  const bytes = new Uint8Array(view.byteLength);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return bytes;
}

function timed(set: SetRecord): TimedSet {
  const spans = [...set.reps, ...set.partials, ...set.holds];
  const firstS = Math.min(...spans.map(({ startS }) => startS));
  const lastS = Math.max(...spans.map(({ endS }) => endS));
  const durationS = spans.length === 0 ? 0 : lastS - firstS;
  return { set, startMs: set.startedAt, endMs: set.startedAt + durationS * 1000, durationS };
}

function writeHead(writer: FitWriter, startMs: number): void {
  const start = writer.time(new Date(startMs));
  writer.writeMessage(
    'file_id',
    // `development` is what the profile keeps for programs without a maker's number.
    { type: 'activity', manufacturer: 'development', product: 0, serial_number: 1, time_created: start },
    null,
    true,
  );
  writer.writeMessage('event', { timestamp: start, event: 'timer', event_type: 'start' });
}

function writeTitles(writer: FitWriter, record: SessionRecord, nameOf: (id: ExerciseId) => string): void {
  const exercises = [
    ...new Set(record.sets.flatMap(({ exercise }) => (exercise === null ? [] : [exercise]))),
  ];
  for (const [index, exercise] of exercises.entries()) {
    const code = fitCode(exercise);
    writer.writeMessage('exercise_title', {
      message_index: { value: index },
      exercise_category: nameOfCategory(code.category),
      exercise_name: code.exercise,
      wkt_step_name: nameOf(exercise),
    });
  }
}

function writeSets(writer: FitWriter, sets: readonly TimedSet[]): void {
  let index = 0;
  for (const [place, { set, startMs, endMs, durationS }] of sets.entries()) {
    const code = fitCode(set.exercise);
    const { left, right } = countReps(set).held;
    writer.writeMessage('set', {
      timestamp: writer.time(new Date(endMs)),
      start_time: writer.time(new Date(startMs)),
      duration: durationS,
      set_type: 'active',
      category: [code.category],
      category_subtype: [code.exercise],
      message_index: { value: index++ },
      ...(left + right > 0 ? { repetitions: left + right } : {}),
    });
    const next = sets[place + 1];
    if (next === undefined || next.startMs <= endMs) continue;
    writer.writeMessage('set', {
      timestamp: writer.time(new Date(next.startMs)),
      start_time: writer.time(new Date(endMs)),
      duration: (next.startMs - endMs) / 1000,
      set_type: 'rest',
      message_index: { value: index++ },
    });
  }
}

function writeTotals(writer: FitWriter, startMs: number, endMs: number): void {
  const [start, end] = [writer.time(new Date(startMs)), writer.time(new Date(endMs))];
  const elapsed = (endMs - startMs) / 1000;
  const totals = {
    timestamp: end,
    start_time: start,
    total_elapsed_time: elapsed,
    total_timer_time: elapsed,
    sport: 'training',
    sub_sport: 'strength_training',
  } as const;
  writer.writeMessage('event', { timestamp: end, event: 'timer', event_type: 'stop_all' }, null, true);
  writer.writeMessage('lap', { message_index: { value: 0 }, ...totals }, null, true);
  writer.writeMessage(
    'session',
    { message_index: { value: 0 }, first_lap_index: 0, num_laps: 1, ...totals },
    null,
    true,
  );
  writer.writeMessage(
    'activity',
    {
      timestamp: end,
      local_timestamp: end - new Date(endMs).getTimezoneOffset() * 60,
      total_timer_time: elapsed,
      num_sessions: 1,
      type: 'manual',
      event: 'activity',
      event_type: 'stop',
    },
    null,
    true,
  );
}

/** The writer takes categories of this message by their names. */
function nameOfCategory(category: number) {
  switch (category) {
    case 11:
      return 'hip_stability';
    case 17:
      return 'lunge';
    case 19:
      return 'plank';
    case 31:
      return 'warm_up';
    case 37:
      return 'banded_exercises';
    default:
      return 'unknown';
  }
}
