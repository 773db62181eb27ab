import { describe, expect, it } from 'vitest';
import { createEngines } from '../../../src/main.engines';
import { loadChosen } from '../../../src/pipeline/load-chosen';
import { PoseSupervisor } from '../../../src/pipeline/pose-supervisor';
import { localEngineNote } from '../../../src/storage/engine-note';
import { words } from '../../../src/ui/language';
import { LocalPoseService } from '../../../workers/pose-service';
import type { Delegate, LoadOptions, PoseService } from '../../../workers/protocol';
import { fakePorts } from '../../support/fake-pose';

const silent = (): void => undefined;

function pageStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

/** A pose service on which this delegate turns out to be right and fastest; remembers what it was asked for. */
const machine = (best: Delegate) => {
  const asked: LoadOptions['delegate'][] = [];
  const load: PoseService['load'] = ({ model, delegate, engine }) => {
    asked.push(delegate);
    const used = delegate === 'CPU' ? 'CPU' : best;
    return Promise.resolve({
      ok: true,
      value: { model, delegate: used, engine, pictureMs: null, movement: { kind: 'absent' } },
    });
  };
  return { asked, load };
};

const VERSIONS = '0.1.0 on 0.10.35';

/** One start of the app in this browser. */
const start = (storage = pageStorage(), versions = VERSIONS) => {
  const engines = createEngines(localEngineNote(() => storage, versions));
  return {
    engines,
    load: (pose: Pick<PoseService, 'load'>, delegate: LoadOptions['delegate'] = 'fastest') =>
      loadChosen(
        pose,
        { model: 'full', delegate, engine: 'mediapipe', awaitMovement: false },
        engines,
        silent,
        'http://localhost/',
      ),
  };
};

describe('the choice of where the pose model runs', () => {
  it('is measured once, and kept for the next start of this browser', async () => {
    const storage = pageStorage();
    const pose = machine('GPU');
    await start(storage).load(pose);
    await start(storage).load(pose);
    expect(pose.asked).toEqual(['fastest', 'GPU']);
  });

  it('is measured anew by another version of the app or of the pose package', async () => {
    const storage = pageStorage();
    const pose = machine('GPU');
    await start(storage).load(pose);
    await start(storage, '0.2.0 on 0.10.35').load(pose);
    expect(pose.asked).toEqual(['fastest', 'fastest']);
  });

  it('is given up, and kept so, when the graphics chip fails its proof one day', async () => {
    const storage = pageStorage();
    const wasRight = machine('GPU');
    await start(storage).load(wasRight);
    const isWrong = machine('CPU');
    await start(storage).load(isWrong);
    await start(storage).load(isWrong);
    expect(isWrong.asked).toEqual(['GPU', 'CPU']);
  });

  it('is the person’s when they fixed it; measured again when they leave it to the app', async () => {
    const { engines, load } = start();
    const pose = machine('GPU');
    await load(pose);
    await load(pose, 'CPU');
    expect(engines.current.value.full?.delegate).toBe('CPU');
    engines.forget();
    await load(pose);
    expect(pose.asked).toEqual(['fastest', 'CPU', 'fastest']);
  });

  it('comes without memory where the browser keeps nothing', () => {
    const denied = localEngineNote(() => {
      throw new DOMException('denied', 'SecurityError');
    }, VERSIONS);
    const engines = createEngines(denied);
    engines.keep({ model: 'lite', engine: 'mediapipe', delegate: 'GPU' });
    expect(engines.recall('lite')?.delegate).toBe('GPU');
    expect(denied.load()).toEqual({});
  });

  it.each(['not json', '[]', '{"versions":"0.1.0 on 0.10.35","engines":{"full":{"delegate":"TPU"}}}'])(
    'takes a damaged note for none: %s',
    (text) => {
      const storage = pageStorage();
      storage.setItem('hipline.engines', text);
      expect(localEngineNote(() => storage, VERSIONS).load()).toEqual({});
    },
  );
});

describe('a graphics chip that is lost', () => {
  it('gives way to the processor when its worker is replaced', async () => {
    const asked: LoadOptions['delegate'][] = [];
    const supervisor = new PoseSupervisor(() => {
      const local = new LocalPoseService(fakePorts());
      const isFirst = asked.length === 0;
      return {
        load: (options, onProgress) => {
          asked.push(options.delegate);
          return local.load(options, onProgress);
        },
        detect: (picture, timestampMs) => {
          if (!isFirst) return local.detect(picture, timestampMs);
          picture.close();
          return Promise.resolve({ ok: false, fault: { code: 'worker-hung', detail: 'context lost' } });
        },
        observe: (pose) => local.observe(pose),
        reset: () => local.reset(),
        resume: (stance) => local.resume(stance),
        movementStatus: () => local.movementStatus(),
        close: () => local.close(),
      };
    });
    await start().load(supervisor);
    const picture = { width: 1, height: 1, close: silent };
    await supervisor.detect(picture, 1);
    expect(await supervisor.detect(picture, 2)).toMatchObject({ ok: true });
    expect(asked).toEqual(['fastest', 'CPU']);
  });
});

describe('the words of the settings', () => {
  it('say model, where it runs and how fast that was', () => {
    const { engines } = start();
    expect(words.engineInUse('full', engines.current.value.full)).toBe(
      'Tried out when the camera starts next.',
    );
    const loaded = { model: 'full', engine: 'mediapipe', delegate: 'GPU' } as const;
    engines.keep(loaded);
    expect(words.engineInUse('full', engines.current.value.full)).toBe('Now: Standard model, graphics chip.');
    engines.notePace('full', { engine: 'mediapipe', delegate: 'GPU', picturesPerS: 29.8 });
    // The same delegate again does not lose what was measured of it.
    engines.keep(loaded);
    expect(words.engineInUse('full', engines.current.value.full)).toBe(
      'Now: Standard model, graphics chip, 30 pictures a second.',
    );
  });
});
