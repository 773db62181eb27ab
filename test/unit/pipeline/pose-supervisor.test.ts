import { describe, expect, it } from 'vitest';
import { PoseSupervisor } from '../../../src/pipeline/pose-supervisor';
import type { SupervisorEvent } from '../../../src/pipeline/pose-supervisor';
import type { LoadOptions, PoseFault, PoseService } from '../../../workers/protocol';
import { LocalPoseService } from '../../../workers/pose-service';
import { LOAD_OPTIONS, PictureLedger, fakePorts } from '../../support/fake-pose';

const silent = (): void => undefined;

/** Services one after another: `plan` says what each does wrong. */
type Behaviour = 'works' | 'fails-to-load' | 'model-missing' | 'fails-on-second-picture';

const supervise = (plan: readonly Behaviour[]) => {
  const events: SupervisorEvent[] = [];
  const loads: LoadOptions[] = [];
  let closed = 0;
  const connect = (): PoseService => {
    const behaviour = plan[loads.length] ?? 'works';
    const local = new LocalPoseService(fakePorts());
    let pictures = 0;
    return {
      load: (options, onProgress) => {
        loads.push(options);
        if (behaviour === 'fails-to-load') return Promise.resolve(faulty('worker-failed'));
        if (behaviour === 'model-missing') return Promise.resolve(faulty('model-missing'));
        return local.load(options, onProgress);
      },
      detect: (picture, timestampMs) => {
        pictures += 1;
        if (behaviour !== 'fails-on-second-picture' || pictures < 2)
          return local.detect(picture, timestampMs);
        picture.close();
        return Promise.resolve(faulty('worker-hung'));
      },
      observe: (pose) => local.observe(pose),
      reset: () => local.reset(),
      resume: (stance) => local.resume(stance),
      movementStatus: () => local.movementStatus(),
      close: () => {
        closed += 1;
        return local.close();
      },
    };
  };
  const supervisor = new PoseSupervisor(connect, (event) => events.push(event));
  return { supervisor, events, loads, closedCount: () => closed };
};

const faulty = (code: PoseFault['code']) => ({ ok: false as const, fault: { code, detail: 'test' } });

describe('the supervisor', () => {
  it('replaces a worker that failed to load', async () => {
    const { supervisor, events, loads } = supervise(['fails-to-load', 'works']);
    expect(await supervisor.load(LOAD_OPTIONS, silent)).toMatchObject({ ok: true });
    expect(events.map(({ kind }) => kind)).toEqual(['replacing', 'replaced']);
    expect(loads).toEqual([LOAD_OPTIONS, LOAD_OPTIONS]);
  });

  it('replaces one that could not be loaded on the processor with the engine that runs everywhere', async () => {
    const { supervisor, loads } = supervise(['fails-to-load', 'works']);
    await supervisor.load({ ...LOAD_OPTIONS, engine: 'litert' }, silent);
    expect(loads[1]).toMatchObject({ engine: 'mediapipe', delegate: 'CPU' });
  });

  it.each(['GPU', 'fastest'] as const)(
    'blames the graphics chip first where one could not be loaded with it (%s)',
    async (delegate) => {
      const { supervisor, loads } = supervise(['fails-to-load', 'fails-to-load', 'works']);
      await supervisor.load({ ...LOAD_OPTIONS, engine: 'litert', delegate }, silent);
      expect(loads.slice(1)).toMatchObject([
        { engine: 'litert', delegate: 'CPU' },
        { engine: 'mediapipe', delegate: 'CPU' },
      ]);
    },
  );

  it('replaces one that fails in the middle with the same engine, and with the other only when that fails, too', async () => {
    const { supervisor, loads } = supervise(['fails-on-second-picture', 'fails-to-load', 'works']);
    const ledger = new PictureLedger();
    await supervisor.load({ ...LOAD_OPTIONS, engine: 'litert' }, silent);
    await supervisor.detect(ledger.open(), 1);
    await supervisor.detect(ledger.open(), 2);
    expect(loads.map(({ engine }) => engine)).toEqual(['litert', 'litert', 'mediapipe']);
  });

  it('gives up after three replacements, and loads anew when asked', async () => {
    const { supervisor, events, loads } = supervise(Array<Behaviour>(4).fill('fails-to-load'));
    expect(await supervisor.load(LOAD_OPTIONS, silent)).toMatchObject({ fault: { code: 'worker-failed' } });
    expect(loads).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ kind: 'given-up', fault: { code: 'worker-failed' } });
    expect(await supervisor.load(LOAD_OPTIONS, silent)).toMatchObject({ ok: true });
  });

  it('does not replace a worker for a fault that another one would have too', async () => {
    const { supervisor, events, loads } = supervise(['model-missing']);
    expect(await supervisor.load(LOAD_OPTIONS, silent)).toMatchObject({ fault: { code: 'model-missing' } });
    expect(loads).toHaveLength(1);
    expect(events).toEqual([]);
  });

  it('replaces a worker that hangs in the middle, and goes on with the next picture', async () => {
    const { supervisor, events, loads } = supervise(['fails-on-second-picture', 'works']);
    const ledger = new PictureLedger();
    await supervisor.load(LOAD_OPTIONS, silent);
    expect(await supervisor.detect(ledger.open(), 1)).toMatchObject({ ok: true });
    expect(await supervisor.detect(ledger.open(), 2)).toMatchObject({ fault: { code: 'worker-hung' } });
    expect(await supervisor.detect(ledger.open(), 3)).toMatchObject({ ok: true });
    expect(events.map(({ kind }) => kind)).toEqual(['replacing', 'replaced']);
    expect(loads).toHaveLength(2);
    expect(ledger).toMatchObject({ opened: 3, closed: 3, closedTwice: 0 });
  });

  it('counts replacements in a row only: a picture recognised in between forgives', async () => {
    const { supervisor, events } = supervise(Array<Behaviour>(6).fill('fails-on-second-picture'));
    await supervisor.load(LOAD_OPTIONS, silent);
    const ledger = new PictureLedger();
    for (let time = 1; time <= 10; time += 1) await supervisor.detect(ledger.open(), time);
    expect(events.filter(({ kind }) => kind === 'given-up')).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'replaced')).toHaveLength(5);
  });

  it('closes every service it made', async () => {
    const { supervisor, loads, closedCount } = supervise(['fails-on-second-picture', 'works']);
    const ledger = new PictureLedger();
    await supervisor.load(LOAD_OPTIONS, silent);
    await supervisor.detect(ledger.open(), 1);
    await supervisor.detect(ledger.open(), 2);
    await supervisor.close();
    expect(closedCount()).toBe(loads.length);
  });

  it('closes the pictures that come before load', async () => {
    const { supervisor } = supervise([]);
    const ledger = new PictureLedger();
    expect(await supervisor.detect(ledger.open(), 1)).toMatchObject({ fault: { code: 'not-loaded' } });
    expect(ledger).toMatchObject({ opened: 1, closed: 1 });
  });
});
