import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBodyTracker } from '../../../src/core/body/body-tracker';
import { exercises } from '../../../src/exercises/registry';
import { createFileAnalysis, type AnalysisParts } from '../../../src/ui/live/file-analysis';
import { words } from '../../../src/ui/language';
import type { Loaded, PoseService } from '../../../workers/protocol';

const LOADED: Loaded = {
  model: 'lite',
  delegate: 'CPU',
  engine: 'mediapipe',
  pictureMs: null,
  movement: { kind: 'absent' },
};

const frame = { t: 0, image: null, world: null };
const about = { schema: 'hipline.stream/1', clip: 'empty', model: 'lite', width: 640, height: 480, fps: 15 };
const recording = (): File => new File([JSON.stringify({ ...about, frames: [frame] })], 'empty.json');

/** A file that was taken away after it was chosen. */
class GoneFile extends File {
  override slice(): Blob {
    const gone = new Blob();
    gone.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    return gone;
  }
}

/** Sees nobody, and tells whether it was closed. */
function emptyPose(observe: PoseService['observe']) {
  const closed = { times: 0 };
  const pose: PoseService = {
    load: () => Promise.resolve({ ok: true, value: LOADED }),
    detect: () => Promise.resolve({ ok: false, fault: { code: 'detect-failed', detail: 'no pictures' } }),
    observe,
    reset: () => Promise.resolve({ ok: true, value: null }),
    resume: () => Promise.resolve(),
    movementStatus: () => Promise.resolve({ kind: 'absent' }),
    close: () => {
      closed.times += 1;
      return Promise.resolve();
    },
  };
  return { pose, closed };
}

function analyse(file: File, observe: PoseService['observe']) {
  const { pose, closed } = emptyPose(observe);
  const parts: AnalysisParts = {
    exercises,
    createPose: () => pose,
    loadPose: () => Promise.resolve({ ok: true, value: LOADED }),
    now: () => 0,
  };
  const running = createFileAnalysis(parts).run(
    file,
    'hip-hike',
    () => undefined,
    new AbortController().signal,
  );
  return { running, closed };
}

const seeingNobody: PoseService['observe'] = (pose) => {
  const tracked = createBodyTracker().step(pose);
  return Promise.resolve({ ok: true, value: { pose, tracked, movement: null, inferenceMs: 1 } });
};

describe('analysing a file', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('gives a recording’s result and lets the pose service go', async () => {
    const { running, closed } = analyse(recording(), seeingNobody);
    expect(await running).toMatchObject({ kind: 'done', outcome: { document: { frames: 1, reps: [] } } });
    expect(closed.times).toBe(1);
  });

  it('says that a file cannot be read which was taken away after it was chosen', async () => {
    const { running } = analyse(new GoneFile(['x'], 'gone.mp4'), seeingNobody);
    expect(await running).toEqual({ kind: 'failed', advice: words.sourceFaults['file-unreadable'] });
  });

  it('ends with words when something of ours throws, and reports it', async () => {
    const reported: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
    const torn = new Error('torn');
    const { running, closed } = analyse(recording(), () => Promise.reject(torn));
    expect(await running).toEqual({ kind: 'failed', advice: words.bug });
    expect(reported).toEqual([torn]);
    expect(closed.times).toBe(1);
  });
});
