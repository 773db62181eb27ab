import { describe, expect, it } from 'vitest';
import { createStreamSource } from '../../../src/capture/landmark-stream';
import { deg, millis } from '../../../src/core/units';
import type { SetEngine, SetState, SetStep } from '../../../src/core/session/set-engine';
import { analyseSource } from '../../../src/pipeline/analyse-source';
import { toAnalysis } from '../../../src/pipeline/analysis';
import type { AnalysisInput } from '../../../src/pipeline/analysis';
import { LocalPoseService } from '../../../workers/pose-service';
import { fakePorts } from '../../support/fake-pose';

const rep = {
  n: 1,
  side: 'left',
  startMs: millis(1400),
  peakMs: millis(2733.3333),
  endMs: millis(3800),
  countedAtMs: millis(3700),
} as const;

const STATE: SetState = {
  exercise: 'curtsy-lunge',
  reps: [
    { ...rep, verdicts: { 'hip-drop': { verdict: 'ok', peakDeg: deg(1.234) } } },
    {
      ...rep,
      n: 2,
      side: 'right',
      verdicts: {
        'hip-drop': { verdict: 'not-seen', reason: 'too-uncertain' },
        'knee-collapse': { verdict: 'fault', peakDeg: deg(17.5), sdDeg: deg(1.5) },
      },
    },
  ],
  partials: [{ ...rep, verdicts: {}, why: 'not-deep-enough' }],
  holds: [
    {
      side: 'left',
      startMs: millis(2100),
      endMs: millis(31900),
      inPositionMs: millis(27400),
      breaks: [{ fault: 'hip-drop', startMs: millis(12000), endMs: millis(14400) }],
    },
  ],
  faults: [
    {
      fault: 'knee-collapse',
      side: 'left',
      startMs: millis(8000),
      endMs: millis(9100),
      flaggedAtMs: millis(8200),
      peakDeg: deg(17.5),
    },
  ],
};

const INPUT: AnalysisInput = {
  clip: 'name.mp4',
  requested: 'curtsy-lunge',
  model: 'full',
  engine: 'mediapipe',
  delegate: 'CPU',
  durationMs: 30_400,
  frames: 456,
  framesWithPose: 455,
  inferenceMsMedian: 52.1,
  state: STATE,
  movement: { kind: 'absent' },
  isTruncated: false,
  measures: null,
};

describe('the analysis as JSON', () => {
  it('has the fields that others rely on', () => {
    expect(toAnalysis(INPUT)).toEqual({
      schema: 'hipline.analysis/1',
      clip: 'name.mp4',
      exercise: 'curtsy-lunge',
      model: 'full',
      engine: 'mediapipe',
      delegate: 'CPU',
      movementModel: null,
      durationS: 30.4,
      frames: 456,
      framesWithPose: 455,
      inferenceMsMedian: 52.1,
      reps: [
        {
          n: 1,
          side: 'left',
          startS: 1.4,
          peakS: 2.733,
          endS: 3.8,
          countedAtS: 3.7,
          verdicts: { 'hip-drop': { verdict: 'ok', peakDeg: 1.23 } },
        },
        {
          n: 2,
          side: 'right',
          startS: 1.4,
          peakS: 2.733,
          endS: 3.8,
          countedAtS: 3.7,
          verdicts: {
            'hip-drop': { verdict: 'not-seen', reason: 'too-uncertain' },
            'knee-collapse': { verdict: 'fault', peakDeg: 17.5, sdDeg: 1.5 },
          },
        },
      ],
      partials: [
        {
          n: 1,
          side: 'left',
          startS: 1.4,
          peakS: 2.733,
          endS: 3.8,
          countedAtS: 3.7,
          verdicts: {},
          why: 'not-deep-enough',
        },
      ],
      holds: [
        {
          side: 'left',
          startS: 2.1,
          endS: 31.9,
          inPositionS: 27.4,
          breaks: [{ fault: 'hip-drop', startS: 12, endS: 14.4 }],
        },
      ],
      faults: [
        { fault: 'knee-collapse', side: 'left', startS: 8, endS: 9.1, flaggedAtS: 8.2, peakDeg: 17.5 },
      ],
      totals: { reps: 2, left: 1, right: 1, faultyReps: 1, holdS: 27.4 },
    });
  });

  it('names no exercise when none was recognised', () => {
    const empty: SetState = { exercise: null, reps: [], partials: [], holds: [], faults: [] };
    expect(toAnalysis({ ...INPUT, requested: 'auto', state: empty }).exercise).toBeNull();
  });

  it('says which movement model was used, or why none was', () => {
    const ready = toAnalysis({ ...INPUT, movement: { kind: 'ready', id: '0123456789ab' } });
    expect(ready).toMatchObject({ movementModel: '0123456789ab' });
    const failed = toAnalysis({ ...INPUT, movement: { kind: 'failed', detail: '404' } });
    expect(failed).toMatchObject({ movementModel: null, movementModelFault: '404' });
  });

  it('says when the file was cut off', () => {
    expect(toAnalysis({ ...INPUT, isTruncated: true })).toMatchObject({ truncated: true });
  });
});

describe('analysing a recording', () => {
  const stream = {
    schema: 'hipline.stream/1' as const,
    clip: 'x.mp4',
    model: 'full',
    width: 640,
    height: 480,
    fps: 10,
    frames: [0, 0.1, 0.2].map((t) => ({ t, image: null, world: null })),
  };
  const engine = (): SetEngine => ({
    step: () => ({}) as SetStep,
    choose: () => undefined,
    finish: () => ({ events: [], state: STATE }),
  });
  const options = {
    clip: 'x.mp4',
    exercise: 'curtsy-lunge',
    model: 'full',
    engine: 'none',
    delegate: 'none',
    withMeasures: false,
  } as const;

  it('counts the frames and takes the state that finishing gives', async () => {
    const service = new LocalPoseService(fakePorts());
    const result = await analyseSource(createStreamSource(stream), service, engine(), options);
    expect(result).toMatchObject({
      kind: 'analysed',
      analysis: { frames: 3, framesWithPose: 0, durationS: 0.2, movementModel: null, totals: { reps: 2 } },
    });
  });

  it('gives no result when a picture was lost: it would depend on luck', async () => {
    const service = new LocalPoseService(fakePorts());
    // Frames at times that the service has seen already are refused as out of order.
    await analyseSource(createStreamSource(stream), service, engine(), options);
    const result = await analyseSource(createStreamSource(stream), service, engine(), options);
    expect(result).toMatchObject({ kind: 'pose-fault', fault: { code: 'out-of-order' } });
  });
});
