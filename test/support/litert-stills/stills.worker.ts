import { createLitertLandmarker } from '../../../workers/litert/litert-landmarker';

/** What is used of the worker's own scope. */
declare const self: {
  onmessage: (event: { readonly data: readonly string[] }) => void;
  postMessage(found: unknown): void;
};

const bytesOf = async (path: string): Promise<Blob> => (await fetch(new URL(path, location.origin))).blob();

self.onmessage = ({ data: names }) => {
  void read(names).then((found) => {
    self.postMessage(found);
  });
};

/** Every picture is read as the first one: found by the detector, not smoothed. */
async function read(names: readonly string[]) {
  const bundle = new Uint8Array(await (await bytesOf('/models/pose_landmarker_full.task')).arrayBuffer());
  const landmarker = await createLitertLandmarker({
    engine: 'litert',
    delegate: 'CPU',
    wasmUrl: new URL('/litert', location.origin).href,
    bundle,
  });
  const found: Record<string, { image: number[]; world: number[] } | null> = {};
  for (const name of names) {
    const picture = await createImageBitmap(await bytesOf(`/test/fixtures/pose/${name}`));
    await landmarker.reset();
    const landmarks = await landmarker.detect(picture, 1);
    found[name] = landmarks && { image: [...landmarks.image], world: [...landmarks.world] };
    picture.close();
  }
  landmarker.close();
  return { found, threads: crossOriginIsolated };
}
