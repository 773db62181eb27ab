import { describe, expect, it } from 'vitest';
import { stagesOf } from '../../../scripts/bench/stages';
import { usedBetween } from '../../../scripts/bench/thread-time';

describe('the stages of a live picture', () => {
  it('share out all of the processor time, per picture', () => {
    const used = usedBetween(
      new Map([['renderer/DedicatedWorker', 1000]]),
      new Map([
        ['renderer/DedicatedWorker', 1400],
        ['gpu-process/VizCompositorTh', 90],
        ['renderer/Compositor', 10],
        ['VideoCaptureService/CaptureThread', 50],
        ['renderer/ThreadPoolForeg', 20],
        ['browser/Chrome_IOThread', 30],
      ]),
    );
    expect(stagesOf(used, 10)).toEqual({
      capture: 5,
      pose: 40,
      page: 0,
      conversion: 2,
      compositing: 10,
      rest: 3,
    });
  });

  it('are not told where the system does not tell, or nothing was read', () => {
    expect(stagesOf(new Map(), 10)).toBeNull();
    expect(stagesOf(new Map([['renderer/chromium', 5]]), 0)).toBeNull();
  });
});
