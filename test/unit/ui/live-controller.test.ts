import { describe, expect, it } from 'vitest';
import { words } from '../../../src/ui/language';
import type { PoseFault } from '../../../workers/protocol';
import { kept, LOADED, LOST, LUNGES, SILENT, stage, until, untilKept, WHOLE } from '../../support/live-stage';

describe('a live session over a recording of ten clean curtsy lunges', () => {
  it('counts them, says them, rests when the set is done, and keeps every one before the next', async () => {
    const { live, sessions, sink } = stage([WHOLE]);
    live.start();
    await until(() => live.stage.value.kind === 'rest');
    expect(live.view.value).toMatchObject({ count: 10, sides: { left: { count: 5 }, right: { count: 5 } } });
    expect((await kept(sessions))[0]?.sets[0]?.reps).toHaveLength(10);
    expect(sink.cues.filter(({ tone }) => tone === 'count')).toHaveLength(10);
    live.dispose();
  });

  it('keeps what was counted when the camera is lost, and goes on counting after it is back', async () => {
    const { live, sessions } = stage([
      { kind: 'shows', fromS: 0, toS: 14, end: LOST },
      { kind: 'shows', fromS: 14, toS: Infinity, end: { kind: 'stopped' } },
    ]);
    live.start();
    await until(() => live.fault.value !== null);
    expect(live.fault.value).toEqual(words.sourceFaults['camera-lost']);
    const before = live.view.value?.count ?? 0;
    expect(before).toBeGreaterThan(2);
    live.retry();
    expect(live.fault.value).toBeNull();
    await until(() => (live.view.value?.count ?? 0) > before);
    live.end();
    await untilKept(live);
    const [session] = await kept(sessions);
    expect(session?.ended).toBe('finished');
    expect(session?.sets[0]?.reps.length).toBeGreaterThan(before);
  });

  it('opens a silent camera anew by itself, and tells of it only when that did not help', async () => {
    const { live } = stage([
      { kind: 'shows', fromS: 0, toS: 14, end: SILENT },
      { kind: 'shows', fromS: 14, toS: 20, end: SILENT },
      { kind: 'shows', fromS: 0, toS: 0, end: SILENT },
      { kind: 'shows', fromS: 20, toS: Infinity, end: { kind: 'stopped' } },
    ]);
    live.start();
    await until(() => live.fault.value !== null);
    expect(live.fault.value).toEqual(words.sourceFaults['camera-silent']);
    const before = live.view.value?.count ?? 0;
    // What the second opening showed was counted.
    expect(before).toBeGreaterThan(4);
    live.retry();
    await until(() => (live.view.value?.count ?? 0) > before);
    live.dispose();
  });

  it('counts nothing while it is paused', async () => {
    const { live } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value?.count === 3);
    live.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(live.view.value?.count).toBe(3);
    live.resume();
    expect(live.stage.value.kind).toBe('work');
    live.dispose();
  });

  it('pauses while the tab is hidden, and leaves a pause alone that the person made', async () => {
    const { live, tab } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value?.count === 1);
    tab.hide();
    expect(live.stage.value.kind).toBe('paused');
    tab.show();
    expect(live.stage.value.kind).toBe('work');
    live.pause();
    tab.hide();
    tab.show();
    expect(live.stage.value.kind).toBe('paused');
    live.dispose();
  });

  it('leaves no session behind when nothing was done', async () => {
    const { live, sessions } = stage([{ kind: 'shows', fromS: 0, toS: 1, end: { kind: 'stopped' } }]);
    live.start();
    await until(() => live.view.value !== null);
    live.end();
    await untilKept(live);
    expect(live.stage.value).toMatchObject({ sessionId: null });
    expect(await kept(sessions)).toEqual([]);
  });

  it('ends the session regularly when the screen is left', async () => {
    const { live, sessions } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value?.count === 2);
    live.dispose();
    await untilKept(live);
    expect((await kept(sessions))[0]).toMatchObject({ ended: 'finished' });
  });
});

describe('faults before the first picture', () => {
  it.each(['camera-refused', 'camera-absent', 'camera-busy', 'camera-unsupported'] as const)(
    '%s is said, and trying again goes on',
    async (code) => {
      const { live } = stage([{ kind: 'refused', fault: { code, detail: '' } }, WHOLE]);
      live.start();
      await until(() => live.fault.value !== null);
      expect(live.fault.value).toEqual(words.sourceFaults[code]);
      live.retry();
      await until(() => live.view.value?.count === 1);
      live.dispose();
    },
  );

  it.each(['webgl-missing', 'model-missing', 'model-damaged', 'wasm-load', 'out-of-memory'] as const)(
    '%s is said, and trying again goes on',
    async (code) => {
      const { live } = stage([WHOLE, WHOLE], LUNGES, [{ code, detail: '' }]);
      live.start();
      await until(() => live.fault.value !== null);
      expect(live.fault.value).toEqual(words.poseFaults[code]);
      live.retry();
      await until(() => live.view.value?.count === 1);
      live.dispose();
    },
  );
});

it('keeps a skeleton of every repetition, and nothing of a picture', async () => {
  const { live, sessions } = stage([WHOLE]);
  live.start();
  await until(() => live.stage.value.kind === 'rest');
  live.end();
  await untilKept(live);
  const [{ id } = { id: '' }] = await kept(sessions);
  const loaded = await sessions.load(id);
  const set = loaded.ok ? loaded.value?.record.sets[0] : undefined;
  expect(set?.replays.map(({ of, n }) => [of, n])).toEqual(set?.reps.map(({ n }) => ['rep', n]));
  // Ten kilobytes each as they are exported; twice that would be felt in a year's sessions.
  expect(JSON.stringify(set?.replays).length / 10).toBeLessThan(20_000);
});

describe('a worker that is replaced', () => {
  const fault: PoseFault = { code: 'worker-failed', detail: 'torn' };

  it('is told of while it lasts', () => {
    const { live, supervisorTells } = stage([WHOLE]);
    supervisorTells({ kind: 'replacing', fault, attempt: 1 });
    expect(live.notice.value).toEqual(words.poseFaults['worker-failed']);
    supervisorTells({ kind: 'replaced', attempt: 1, loaded: LOADED });
    expect(live.notice.value).toBeNull();
  });

  it('is not what the session is kept with: the other one is', async () => {
    const { live, sessions, supervisorTells } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value !== null);
    supervisorTells({
      kind: 'replaced',
      attempt: 1,
      loaded: { ...LOADED, engine: 'litert', delegate: 'GPU' },
    });
    await until(() => live.stage.value.kind === 'rest');
    expect((await kept(sessions))[0]).toMatchObject({ engine: 'litert', delegate: 'GPU' });
    live.dispose();
  });

  it('in vain, ends in a fault alone, and trying again leaves nothing of it', async () => {
    const { live, supervisorTells } = stage([WHOLE, WHOLE]);
    live.start();
    await until(() => live.view.value !== null);
    supervisorTells({ kind: 'replacing', fault, attempt: 3 });
    supervisorTells({ kind: 'given-up', fault });
    expect(live.fault.value).toEqual(words.poseFaults['worker-failed']);
    expect(live.notice.value).toBeNull();
    live.retry();
    await until(() => (live.view.value?.count ?? 0) > 0);
    expect(live.fault.value).toBeNull();
    live.dispose();
  });
});
