import type { CameraSource } from '../../../src/capture/camera';
import type { SourceFrame } from '../../../src/capture/frame-source';
import { createStreamSource, parseLandmarkStream } from '../../../src/capture/landmark-stream';
import { exercises } from '../../../src/exercises/registry';
import { loadOptions } from '../../../src/pipeline/asset-urls';
import { PoseSupervisor } from '../../../src/pipeline/pose-supervisor';
import { spawnPoseWorker, WorkerConnection } from '../../../src/pipeline/worker-connection';
import type { SessionStore } from '../../../src/storage/session-store';
import type { LiveController, LiveRequest } from '../../../src/ui/live/controller';
import { createLightMeter } from '../../../src/ui/live/light-meter';
import { CameraLiveController } from '../../../src/ui/live/live-controller';
import { FakeCueSink } from '../fake-cue-sink';

export interface ReplayOptions {
  readonly streamUrl: string;
  readonly clipUrl: string;
  readonly untilS: number;
  readonly sessions: SessionStore;
}

/** The real session over recorded landmarks: everything but camera and pose model is what runs live. */
export async function createReplay(
  options: ReplayOptions,
): Promise<(request: LiveRequest) => LiveController> {
  const parsed = parseLandmarkStream(await (await fetch(options.streamUrl)).text());
  if (!parsed.ok) throw new Error(parsed.fault.detail);
  const { stream } = parsed;
  return (request) => {
    const live = new CameraLiveController(
      {
        exercises,
        sessions: options.sessions,
        openSession: { load: () => null, save: () => undefined, clear: () => undefined },
        sink: new FakeCueSink(),
        light: createLightMeter(),
        appVersion: 'preview',
        openCamera: () => replayCamera(createStreamSource(stream), options.untilS),
        createPose: (onEvent) => new PoseSupervisor(() => new WorkerConnection(spawnPoseWorker()), onEvent),
        loadPose: (pose, onProgress) =>
          pose.load(
            loadOptions(
              { model: 'lite', delegate: 'CPU', engine: 'mediapipe', awaitMovement: true },
              `${location.origin}/`,
            ),
            onProgress,
          ),
        notePace: () => undefined,
        isSoundAllowed: () => false,
        fasterModel: () => null,
        holdScreen: () => () => undefined,
        wait: () => () => undefined,
        listen: () => () => undefined,
        watchTab: () => () => undefined,
        now: () => Date.now(),
        clock: () => performance.now(),
        keepsPictures: false,
      },
      request,
    );
    const attach = live.attach.bind(live);
    live.attach = (video, canvas) => {
      attach(video, canvas);
      video.src = options.clipUrl;
      video.currentTime = Math.min(options.untilS, stream.frames.at(-1)?.t ?? 0);
    };
    return live;
  };
}

/** A camera that shows a recording up to a moment, and then holds its last frame. */
function replayCamera(source: ReturnType<typeof createStreamSource>, untilS: number): CameraSource {
  return {
    ...source,
    kind: 'camera',
    stream: null,
    open: () => Promise.resolve(null),
    run: (deliver) =>
      source.run((frame: SourceFrame) => {
        const atMs = frame.kind === 'landmarks' ? frame.pose.timestampMs : frame.timestampMs;
        return atMs <= untilS * 1000 ? deliver(frame) : new Promise<void>(() => undefined);
      }),
  };
}
