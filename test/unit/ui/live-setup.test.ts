import { describe, expect, it } from 'vitest';
import { words } from '../../../src/ui/language';
import { heldFor, LOST, stage, STANDING, until, WHOLE, type Take } from '../../support/live-stage';
import { withRaisedArms } from '../../support/raised-arms';

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
    const raising = heldFor(4, withRaisedArms(STANDING, ['left']));
    const { live } = stage([{ ...WHOLE, poses: raising }], { exercise: 'curtsy-lunge', skipSetup: false });
    const banners: string[] = [];
    live.banner.subscribe((banner) => banners.push(banner?.short ?? ''));
    live.start();
    await until(() => live.stage.value.kind === 'countdown');
    expect(live.hands.value.proof).toBe('doubted');
    expect(banners).toContain(words.hands.wrong.title);
    live.dispose();
  });

  it('begins anew when the camera is lost in the countdown', async () => {
    const poses = heldFor(4, STANDING);
    // Quiet for two seconds, then lost within the countdown's first.
    const inCountdown: Take = { kind: 'shows', fromS: 0, toS: 2.6, end: LOST, poses };
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
