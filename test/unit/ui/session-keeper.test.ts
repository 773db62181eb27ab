import { describe, expect, it } from 'vitest';
import { deg, millis } from '../../../src/core/units';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import { SessionKeeper } from '../../../src/ui/live/session-keeper';
import { aKinematicFrame } from '../../support/kinematic-frame-builder';
import { aSetStart, aStart, EVENING, repEntry } from '../../support/session-builders';

function keeperWith(store: MemorySessionStore): SessionKeeper {
  return new SessionKeeper(
    store,
    () => Promise.resolve(aStart()),
    (fault) => {
      throw new Error(fault.code);
    },
  );
}

const measured = (atMs: number) =>
  aKinematicFrame({
    timestampMs: millis(atMs),
    pelvisObliquity: { deg: deg(1.234), sd: deg(1) },
    kneeFppa: { left: null, right: { deg: deg(-2), sd: deg(2) } },
  });

const loaded = async (store: MemorySessionStore, id: string | null) => {
  const result = await store.load(id ?? '');
  return result.ok ? (result.value?.record ?? null) : null;
};

describe('keeping a live session', () => {
  it('leaves nothing behind when nothing happened', async () => {
    const store = new MemorySessionStore();
    const keeper = keeperWith(store);
    keeper.beginSet(aSetStart());
    keeper.measure(measured(0));
    keeper.endSet();
    expect(await keeper.finish(EVENING)).toBeNull();
    expect(await store.list({ offset: 0, limit: 5 })).toMatchObject({ value: { total: 0 } });
  });

  it('writes each repetition when it happens, in order, into its own set', async () => {
    const store = new MemorySessionStore();
    const keeper = keeperWith(store);
    keeper.beginSet(aSetStart());
    keeper.keep(repEntry(1));
    keeper.keep(repEntry(2));
    keeper.endSet();
    keeper.beginSet(aSetStart());
    keeper.keep(repEntry(1));
    keeper.endSet();
    const record = await loaded(store, await keeper.finish(EVENING + 9));
    expect(record?.sets.map((set) => set.reps.map(({ n }) => n))).toEqual([[1, 2], [1]]);
    expect(record).toMatchObject({ ended: 'finished', endedAt: EVENING + 9 });
  });

  it('keeps the curves from the set’s first frame on', async () => {
    const store = new MemorySessionStore();
    const keeper = keeperWith(store);
    keeper.beginSet(aSetStart());
    for (let index = 0; index < 400; index += 1) {
      keeper.measure(measured(index * 100));
      if (index === 200) keeper.keep(repEntry(1));
      await Promise.resolve();
    }
    keeper.endSet();
    const record = await loaded(store, await keeper.finish(EVENING));
    const curves = record?.sets[0]?.curves;
    expect(curves?.t).toHaveLength(400);
    expect(curves?.t.at(-1)).toBe(39.9);
    expect(curves?.pelvisObliquityDeg[0]).toBe(1.23);
    expect(curves?.kneeFppaDeg.left[0]).toBeNull();
    expect(curves?.kneeFppaDeg.right[0]).toBe(-2);
  });
});
