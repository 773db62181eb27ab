import { loadOptions } from '../../../src/pipeline/asset-urls';
import { WorkerConnection, spawnPoseWorker } from '../../../src/pipeline/worker-connection';
import type { LoadOptions } from '../../../workers/protocol';

Object.assign(globalThis, {
  /** What processor and graphics chip see in these pictures, and what is said when the chip is lost. */
  compareChips: (names: readonly string[]) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./graphics.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<object>) => {
        worker.terminate();
        if ('failed' in data) reject(new Error(String(data.failed)));
        else resolve(data);
      };
      worker.onerror = ({ message }) => {
        reject(new Error(message));
      };
      worker.postMessage(names);
    }),
  /** What the app's own worker ends on when it is asked for LiteRT there. */
  loadPose: async (delegate: LoadOptions['delegate']) => {
    const pose = new WorkerConnection(spawnPoseWorker());
    const choice = { model: 'lite', engine: 'litert', delegate, awaitMovement: false } as const;
    const options = { ...loadOptions(choice, `${location.origin}/`), movementUrl: null };
    const loaded = await pose.load(options, () => undefined);
    await pose.close();
    return loaded;
  },
});
