import FitParser from 'fit-file-parser';
import { readFitMessages, readFitStringField } from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import { emptySession, emptySet, type SessionRecord } from '../../../src/core/session/record';
import { exercises } from '../../../src/exercises/registry';
import { fitCode } from '../../../src/storage/export/fit-codes';
import { toFit } from '../../../src/storage/export/fit-file';
import { aSetStart, aStart, EVENING, repRecord } from '../../support/session-builders';

const rep = (n: number, startS: number) => ({ ...repRecord(n), startS, peakS: startS + 1, endS: startS + 2 });

const record: SessionRecord = {
  ...emptySession('fit', aStart()),
  ended: 'finished',
  endedAt: EVENING + 300_000,
  sets: [
    {
      ...emptySet(1, aSetStart({ exercise: 'banded-lateral-step', startedAt: EVENING + 10_000 })),
      reps: [rep(1, 1), rep(2, 4), rep(3, 8)],
    },
    {
      ...emptySet(2, aSetStart({ exercise: 'side-plank', startedAt: EVENING + 60_000 })),
      holds: [{ side: 'left', startS: 1, endS: 32.5, inPositionS: 30, breaks: [] }],
    },
    {
      ...emptySet(3, aSetStart({ exercise: 'hip-hike', startedAt: EVENING + 150_000 })),
      reps: [rep(1, 0)],
      correctedReps: { left: 6, right: 5 },
    },
    // Nothing was done in it: no set of the file.
    emptySet(4, aSetStart({ startedAt: EVENING + 200_000 })),
  ],
};

/** Numbers of the FIT profile: the message `exercise_title` and in it `wkt_step_name`. */
const EXERCISE_TITLE = 264;
const NAME_FIELD = 2;

/** What the reader gives of messages that its types do not name. */
interface Read {
  readonly sets: readonly {
    readonly set_type: string;
    readonly start_time: Date;
    readonly category?: readonly string[];
    readonly category_subtype?: readonly number[];
    readonly repetitions?: number;
    readonly duration: number;
  }[];
}

const read = async (bytes: Uint8Array<ArrayBuffer>) =>
  new FitParser({ force: false }).parseAsync(bytes.buffer);

describe('the FIT file of a session', () => {
  const bytes = toFit(record, (id) => `name of ${id}`);

  it('is a strength training that another library reads, checksum and all', async () => {
    const file = await read(bytes);
    expect(file.sessions).toHaveLength(1);
    expect(file.sessions?.[0]).toMatchObject({
      sport: 'training',
      sub_sport: 'strength_training',
      total_elapsed_time: 300,
      start_time: new Date(EVENING),
    });
    expect(file.activity).toMatchObject({ num_sessions: 1, type: 'manual' });
  });

  it('has each set with its exercise, repetitions and duration, and the rests between', async () => {
    const file = (await read(bytes)) as unknown as Read;
    const summary = file.sets.map((set) => [
      set.set_type,
      set.category?.[0],
      set.category_subtype?.[0],
      set.repetitions,
      set.duration,
    ]);
    expect(summary).toEqual([
      ['active', 'banded_exercises', 24, 3, 9],
      ['rest', undefined, undefined, undefined, 41],
      ['active', 'plank', 66, undefined, 31.5],
      ['rest', undefined, undefined, undefined, 58.5],
      // The person's own count holds.
      ['active', 'hip_stability', 28, 11, 2],
    ]);
    expect(file.sets[0]?.start_time).toEqual(new Date(EVENING + 10_000));
  });

  it('names each exercise, since the nearest of the profile stands in for some', () => {
    const { messages } = readFitMessages(bytes, { messageNumbers: [EXERCISE_TITLE] });
    const names = messages.map(({ fields }) =>
      readFitStringField(fields.find(({ fieldNumber }) => fieldNumber === NAME_FIELD)),
    );
    expect(names).toEqual([
      'name of banded-lateral-step',
      'name of side-plank',
      'name of hip-hike',
      'name of curtsy-lunge',
    ]);
  });

  it('is refused by the reader when a byte of it is changed', async () => {
    const spoilt = bytes.slice();
    spoilt[40] = (spoilt[40] ?? 0) ^ 0xff;
    await expect(read(spoilt)).rejects.toThrow();
  });
});

it('knows a FIT exercise for each of our own', () => {
  for (const { id } of exercises) expect(fitCode(id).category, id).not.toBe(65534);
});
