import { vi } from 'vitest';
import { createCamera } from '../../src/capture/camera';
import type { SourceFrame } from '../../src/capture/frame-source';

type FrameCallback = (now: number, metadata: { captureTime?: number }) => void;

/** A video element that shows a picture when the test says so. */
export class FakeVideo {
  static latest: FakeVideo | null = null;
  muted = false;
  playsInline = false;
  srcObject: unknown = null;
  videoWidth = 1280;
  videoHeight = 720;
  currentTime = 0;
  #callback: FrameCallback | null = null;

  constructor() {
    FakeVideo.latest = this;
  }

  play(): Promise<void> {
    return Promise.resolve();
  }

  requestVideoFrameCallback(callback: FrameCallback): void {
    this.#callback = callback;
  }

  show(captureTime: number, now = captureTime + 20): void {
    const callback = this.#callback;
    this.#callback = null;
    callback?.(now, { captureTime });
  }
}

export class FakeTrack extends EventTarget {
  readonly label = 'Built-in camera';
  isStopped = false;
  stop(): void {
    this.isStopped = true;
  }
  getSettings(): { width: number; height: number } {
    return { width: 1280, height: 720 };
  }
}

/** The browser's camera, and what a test makes of it. */
export interface FakeCamera {
  readonly track: FakeTrack;
  /** What the camera was asked for, in turn. */
  readonly asked: MediaStreamConstraints[];
  /** The pictures that were taken and let go; whether there is one to be had. */
  readonly pictures: { opened: number; closed: number; isToBeHad: boolean };
  /** What the camera refuses with. */
  refusal: Error | null;
  /** The device that is gone. */
  missing: string | null;
}

/** Puts a camera into the globals, for one test; `vi.unstubAllGlobals` takes it out. */
export function stubCamera(): FakeCamera {
  const camera: FakeCamera = {
    track: new FakeTrack(),
    asked: [],
    pictures: { opened: 0, closed: 0, isToBeHad: true },
    refusal: null,
    missing: null,
  };
  const { track, pictures } = camera;
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  vi.stubGlobal('document', { createElement: () => new FakeVideo() });
  vi.stubGlobal('HTMLVideoElement', FakeVideo);
  vi.stubGlobal(
    'VideoFrame',
    class {
      constructor() {
        if (!pictures.isToBeHad) throw new DOMException('Invalid source state', 'InvalidStateError');
        pictures.opened += 1;
      }
      close(): void {
        pictures.closed += 1;
      }
    },
  );
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (constraints: MediaStreamConstraints) => {
        camera.asked.push(constraints);
        const { missing, refusal } = camera;
        if (missing !== null && JSON.stringify(constraints).includes(`"exact":"${missing}"`))
          return Promise.reject(Object.assign(new Error('test'), { name: 'OverconstrainedError' }));
        return refusal === null ? Promise.resolve(stream) : Promise.reject(refusal);
      },
      enumerateDevices: () =>
        Promise.resolve([
          { kind: 'audioinput', deviceId: 'm', label: 'Microphone' },
          { kind: 'videoinput', deviceId: 'a', label: 'Built-in camera' },
          { kind: 'videoinput', deviceId: 'b', label: '' },
        ]),
    },
  });
  return camera;
}

/** Runs a camera; every picture is closed by its receiver, as the gate does. */
export async function runCamera(deviceId: string | null = null, facing: 'user' | 'environment' = 'user') {
  const camera = createCamera({ deviceId, facing });
  const times: number[] = [];
  const ended = camera.run((frame: SourceFrame) => {
    times.push(frame.kind === 'picture' ? frame.timestampMs : NaN);
    if (frame.kind === 'picture') frame.picture.close();
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return { camera, times, ended, show: (time: number, now?: number) => FakeVideo.latest?.show(time, now) };
}
