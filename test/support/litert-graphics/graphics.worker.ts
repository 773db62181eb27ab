import { createLitertLandmarker } from '../../../workers/litert/litert-landmarker';
import type { Landmarker } from '../../../workers/landmarker-port';
import type { Delegate } from '../../../workers/protocol';

/** What is used of the worker's own scope. */
declare const self: {
  onmessage: (event: { readonly data: readonly string[] }) => void;
  postMessage(found: unknown): void;
};

const devices: GPUDevice[] = [];
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own adapter below
GPUAdapter.prototype.requestDevice = new Proxy(GPUAdapter.prototype.requestDevice, {
  apply: async (open, adapter, wanted) => {
    const device = (await Reflect.apply(open, adapter, wanted)) as GPUDevice;
    devices.push(device);
    return device;
  },
});

self.onmessage = ({ data: names }) => {
  void compare(names)
    .catch((error: unknown) => ({ failed: String(error) }))
    .then((found) => {
      self.postMessage(found);
    });
};

const blobOf = async (path: string): Promise<Blob> => (await fetch(new URL(path, location.origin))).blob();

async function compare(names: readonly string[]) {
  const bundle = new Uint8Array(await (await blobOf('/models/pose_landmarker_full.task')).arrayBuffer());
  const create = (delegate: Delegate) =>
    createLitertLandmarker({
      engine: 'litert',
      delegate,
      wasmUrl: new URL('/litert', location.origin).href,
      bundle,
    });
  const processor = await create('CPU');
  const devicesOfProcessor = devices.length;
  const onProcessor = await read(processor, names);
  processor.close();
  const chip = await create('GPU');
  const onChip = await read(chip, names);
  devices[0]?.destroy();
  const afterLoss = await read(chip, names.slice(0, 1)).then(
    () => 'an answer',
    (error: unknown) => String(error),
  );
  chip.close();
  return { onProcessor, onChip, devicesOfProcessor, afterLoss };
}

/** Every picture is read as the first one: found by the detector, not smoothed. */
async function read(landmarker: Landmarker, names: readonly string[]) {
  const seen: { image: number[]; world: number[] }[] = [];
  for (const name of names) {
    const picture = await createImageBitmap(await blobOf(`/test/fixtures/pose/${name}`));
    await landmarker.reset();
    const landmarks = await landmarker.detect(picture, 1);
    picture.close();
    seen.push({ image: [...(landmarks?.image ?? [])], world: [...(landmarks?.world ?? [])] });
  }
  return seen;
}
