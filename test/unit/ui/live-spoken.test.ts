import { describe, expect, it } from 'vitest';
import { LUNGES, stage, until, WHOLE } from '../../support/live-stage';

describe('a session that is told what to do by voice', () => {
  it('pauses, goes on and asks before it ends', async () => {
    const { live, say } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value?.count === 2);
    say('What a nice pause that was yesterday');
    expect(live.stage.value.kind).toBe('work');
    say('Pause');
    expect(live.stage.value).toMatchObject({ kind: 'paused', why: 'asked' });
    say('Pause');
    expect(live.stage.value).toMatchObject({ kind: 'paused', why: 'asked' });
    say('go on');
    expect(live.stage.value.kind).toBe('work');
    say('end');
    expect(live.stage.value).toMatchObject({ kind: 'paused', why: 'ending' });
    say('continue');
    expect(live.stage.value.kind).toBe('work');
    say('end');
    say('end');
    expect(live.stage.value.kind).toBe('ended');
    expect(say('pause')).toBe(false);
    live.dispose();
  });

  it('begins the next set, or the last one again, from the rest', async () => {
    for (const [wish, set] of [
      ['next', 2],
      ['start', 2],
      ['go on', 2],
      ['again', 1],
    ] as const) {
      const { live, say, openSession } = stage([WHOLE]);
      live.start();
      await until(() => live.stage.value.kind === 'rest');
      say(wish);
      expect(live.stage.value.kind).toBe('work');
      await until(() => openSession.load(0)?.stand?.set === set);
      live.dispose();
    }
  });

  it('begins from the set-up', async () => {
    const { live, say } = stage([WHOLE], { ...LUNGES, skipSetup: false });
    live.start();
    await until(() => live.stage.value.kind === 'setup');
    say('start');
    expect(live.stage.value.kind).toBe('work');
    live.dispose();
  });

  it('does not obey its own voice', async () => {
    const { live, say, sink } = stage([WHOLE]);
    live.start();
    await until(() => live.view.value?.count === 2);
    live.pause();
    sink.audible = ['Paused. Raise one hand to go on'];
    say('go on');
    expect(live.stage.value.kind).toBe('paused');
    sink.audible = [];
    say('go on');
    expect(live.stage.value.kind).toBe('work');
    live.dispose();
  });
});
