import { within } from '../patience';

/** What is asked of the chip where it has it: LiteRT's kernels are faster with it. */
const WANTED_FEATURES = ['subgroups'] as const;

/** As much as the adapter gives: the networks' buffers are larger than what every chip must have. */
const WANTED_LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxTextureDimension2D',
] as const;

/** Opening takes a tenth of a second; a driver that hangs never answers. */
const OPENED_MS = 10_000;

/** A graphics chip that is ours until it is closed, or lost. */
export interface Graphics {
  readonly device: GPUDevice;
  /** Never answers; rejects when the chip is gone: unplugged, reset by its driver, taken away by the browser. */
  readonly lost: Promise<never>;
  close(): void;
}

/**
 * Opens the fastest graphics chip there is, through WebGPU. Half-precision arithmetic is not asked for, although it is faster:
 * an angle of the pelvis is a matter of a pixel or two.
 *
 * @throws where there is none
 */
export const openGraphics = async ({ gpu }: { readonly gpu?: GPU } = navigator): Promise<Graphics> => {
  const device = await within(OPENED_MS, openDevice(gpu));
  const lost = device.lost.then(({ message }): never => {
    throw new Error(`the graphics chip was lost: ${message}`);
  });
  // Whoever waits for an answer hears of it; nobody has to be waiting.
  lost.catch(() => undefined);
  return {
    device,
    lost,
    close: () => {
      device.destroy();
    },
  };
};

const openDevice = async (gpu: GPU | undefined): Promise<GPUDevice> => {
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no graphics chip can be had through WebGPU');
  return adapter.requestDevice({
    requiredFeatures: WANTED_FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(WANTED_LIMITS.map((limit) => [limit, adapter.limits[limit]])),
  });
};
