import { describe, expect, it } from 'vitest';
import { LANDMARK, type LandmarkName } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE } from '../../../src/core/pose/pose-frame';
import { millis, type Millis } from '../../../src/core/units';
import type { LiveRequest } from '../../../src/ui/live/controller';
import { words } from '../../../src/ui/language';
import type { PoseFault } from '../../../workers/protocol';
import {
  frames,
  kept,
  LOADED,
  LOST,
  LUNGES,
  SILENT,
  stage,
  until,
  WHOLE,
  type Take,
} from '../../support/live-stage';
import { anOpinion } from '../../support/movement-builder';

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
    await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
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
    await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
    expect(live.stage.value).toMatchObject({ sessionId: null });
    expect(await kept(sessions)).toEqual([]);
  });

  it('ends the session regularly when the screen is left', async () => {
    const { live, sessions } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value?.count === 2);
    live.dispose();
    await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
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
  await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
  const [{ id } = { id: '' }] = await kept(sessions);
  const loaded = await sessions.load(id);
  const set = loaded.ok ? loaded.value?.record.sets[0] : undefined;
  expect(set?.replays.map(({ of, n }) => [of, n])).toEqual(set?.reps.map(({ n }) => ['rep', n]));
  // Ten kilobytes each as they are exported; twice that would be felt in a year's sessions.
  expect(JSON.stringify(set?.replays).length / 10).toBeLessThan(20_000);
});

describe('where it is not sure which exercise this is', () => {
  const AUTO: LiveRequest = { exercise: 'auto', skipSetup: true };
  /** The model would not have it that these are lunges. */
  const mistaken = (atMs: Millis) => anOpinion(atMs, { 'hip-hike': 0.8, 'curtsy-lunge': 0.03 });

  it('asks, aloud too, and counts what was done before as what the person says', async () => {
    const { live, sessions } = stage([WHOLE], AUTO, [], mistaken);
    live.start();
    await until(() => live.offer.value !== null);
    const offered = live.offer.value ?? [];
    expect(offered).toContain('curtsy-lunge');
    expect(live.spoken.value).toContain('Which one is it?');
    expect(live.spoken.value).toContain(`Press ${offered.indexOf('curtsy-lunge') + 1} for Curtsy lunge.`);
    expect(live.view.value?.count).toBe(0);
    live.choose('curtsy-lunge');
    expect(live.offer.value).toBeNull();
    expect(live.definition.value?.id).toBe('curtsy-lunge');
    await until(() => live.view.value?.count === 10);
    expect(live.offer.value).toBeNull();
    live.end();
    await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
    const [record] = await kept(sessions);
    expect(record?.sets.map(({ exercise, reps }) => [exercise, reps.length])).toEqual([['curtsy-lunge', 10]]);
  });

  it('a choice of what nothing was done of leaves no empty session', async () => {
    const { live, sessions } = stage([{ ...WHOLE, toS: 9 }], AUTO, [], mistaken);
    live.start();
    await until(() => live.offer.value !== null);
    live.choose('side-plank');
    await until(() => live.view.value?.unit === 'seconds');
    live.end();
    await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
    expect(await kept(sessions)).toEqual([]);
  });

  it('what was counted as another exercise stays, in a set of its own', async () => {
    const { live, sessions } = stage([WHOLE], LUNGES, [], (atMs) =>
      atMs < 12_000 ? null : anOpinion(atMs, { 'kettlebell-march': 0.98 }),
    );
    live.start();
    await until(() => live.offer.value !== null);
    expect(live.offer.value).toEqual(['kettlebell-march', 'curtsy-lunge']);
    const before = live.view.value?.count ?? 0;
    expect(before).toBeGreaterThan(0);
    live.choose('kettlebell-march');
    expect(live.definition.value?.id).toBe('kettlebell-march');
    await until(() => live.view.value?.count === 0);
    live.choose('curtsy-lunge');
    await until(() => (live.view.value?.count ?? 0) > 0);
    live.end();
    await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
    const sets = (await kept(sessions))[0]?.sets ?? [];
    expect(sets.map(({ n, exercise }) => [n, exercise])).toEqual([
      [1, 'curtsy-lunge'],
      [2, 'curtsy-lunge'],
    ]);
    expect(sets[0]?.reps).toHaveLength(before);
  });
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

describe('the set-up', () => {
  it('stays until the person stands still, says what to do, and begins by itself', async () => {
    const { live, sink } = stage([WHOLE], { exercise: 'curtsy-lunge', skipSetup: false });
    const seen: string[] = [];
    live.stage.subscribe((now) => seen.push(now.kind));
    live.start();
    await until(() => live.stage.value.kind !== 'placing' && live.stage.value.kind !== 'starting');
    expect(['setup', 'countdown', 'work']).toContain(live.stage.value.kind);
    live.skipSetup();
    await until(() => live.stage.value.kind === 'work');
    expect(seen.slice(0, 3)).toEqual(['placing', 'starting', 'setup']);
    expect(sink.unlocked).toBe(1);
    live.dispose();
  });

  it('doubts the sides when the left hand goes up, says so, and waits for nothing', async () => {
    const [first] = frames;
    if (!first) throw new Error('an empty recording');
    const raising = Array.from({ length: 60 }, (_, index) => {
      const image = first.landmarks?.image.slice() ?? new Float32Array();
      const at = (name: LandmarkName) => LANDMARK[name] * IMAGE_STRIDE + 1;
      const top = image[at('nose')] ?? 0;
      const neck = (image[at('left-shoulder')] ?? 0) - top;
      image.set([top - neck, 0, 0.9], at('left-wrist'));
      image.set([top, 0, 0.9], at('left-elbow'));
      const world = first.landmarks?.world ?? new Float32Array();
      return { ...first, timestampMs: millis((index * 1000) / 15), landmarks: { image, world } };
    });
    const take: Take = { ...WHOLE, poses: raising };
    const { live } = stage([take], { exercise: 'curtsy-lunge', skipSetup: false });
    const banners: string[] = [];
    live.banner.subscribe((banner) => banners.push(banner?.short ?? ''));
    live.start();
    await until(() => live.stage.value.kind === 'countdown');
    expect(live.hands.value.proof).toBe('doubted');
    expect(banners).toContain(words.hands.wrong.title);
    live.dispose();
  });

  it('begins anew when the camera is lost in the countdown', async () => {
    const [first] = frames;
    if (!first) throw new Error('an empty recording');
    const standing = Array.from({ length: 60 }, (_, index) => ({
      ...first,
      timestampMs: millis((index * 1000) / 15),
    }));
    // Quiet for two seconds, then lost within the countdown's first.
    const inCountdown: Take = { kind: 'shows', fromS: 0, toS: 2.6, end: LOST, poses: standing };
    const { live } = stage([inCountdown, WHOLE], { exercise: 'curtsy-lunge', skipSetup: false });
    const seen: string[] = [];
    live.stage.subscribe((now) => seen.push(now.kind === 'countdown' ? String(now.leftS) : now.kind));
    live.start();
    await until(() => live.fault.value !== null);
    expect(seen).toEqual(['placing', 'starting', 'setup', '3', 'setup']);
    expect(live.gate.value.progress).toBe(0);
    live.dispose();
  });
});
