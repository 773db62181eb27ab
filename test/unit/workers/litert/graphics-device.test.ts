import { describe, expect, it } from 'vitest';
import { openGraphics } from '../../../../workers/litert/graphics-device';
import { isAdapterChip } from '../../../../workers/software-renderer';

/** A browser's WebGPU whose chip can be lost; every limit is its name's length. */
const browserGpu = (features: readonly string[] = []) => {
  const asked: GPUDeviceDescriptor[] = [];
  let lose: (info: { readonly message: string }) => void = () => undefined;
  let destroyed = 0;
  const device = {
    lost: new Promise((resolve) => {
      lose = resolve;
    }),
    destroy: () => {
      destroyed += 1;
    },
  };
  const limits = new Proxy({}, { get: (_, name) => String(name).length });
  const adapter = {
    features: new Set(features),
    limits,
    requestDevice: (wanted: GPUDeviceDescriptor) => {
      asked.push(wanted);
      return Promise.resolve(device);
    },
  };
  const gpu = { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
  return {
    gpu,
    asked,
    lose: (message: string) => {
      lose({ message });
    },
    destroyed: () => destroyed,
  };
};

describe('the graphics chip for LiteRT', () => {
  it('is asked for all that it has of what the networks need, and never for half precision', async () => {
    const { gpu, asked } = browserGpu(['shader-f16', 'subgroups', 'timestamp-query']);
    await openGraphics({ gpu });
    expect(asked).toEqual([
      {
        requiredFeatures: ['subgroups'],
        requiredLimits: {
          maxBufferSize: 13,
          maxStorageBufferBindingSize: 27,
          maxStorageBuffersPerShaderStage: 31,
          maxTextureDimension2D: 21,
        },
      },
    ]);
    const plain = browserGpu();
    await openGraphics({ gpu: plain.gpu });
    expect(plain.asked[0]?.requiredFeatures).toEqual([]);
  });

  it('says so where there is none', async () => {
    await expect(openGraphics({})).rejects.toThrow('no graphics chip');
    const empty = { requestAdapter: () => Promise.resolve(null) } as unknown as GPU;
    await expect(openGraphics({ gpu: empty })).rejects.toThrow('no graphics chip');
  });

  it('tells whoever waits that it was lost, and why; nobody has to be waiting', async () => {
    const { gpu, lose } = browserGpu();
    const { lost } = await openGraphics({ gpu });
    lose('reset by the driver');
    await expect(lost).rejects.toThrow('the graphics chip was lost: reset by the driver');
  });

  it('is given back when it is closed', async () => {
    const { gpu, destroyed } = browserGpu();
    (await openGraphics({ gpu })).close();
    expect(destroyed()).toBe(1);
  });
});

describe('an adapter of WebGPU', () => {
  const adapter = (info: Partial<GPUAdapterInfo>) => ({
    gpu: {
      requestAdapter: () =>
        Promise.resolve({
          info: { vendor: '', architecture: '', description: '', isFallbackAdapter: false, ...info },
        } as GPUAdapter),
    },
  });

  it('is a graphics chip unless it says that it is none, or its name does', async () => {
    expect(await isAdapterChip(adapter({ vendor: 'intel', architecture: 'gen-12lp' }))).toBe(true);
    expect(await isAdapterChip(adapter({ vendor: 'apple', isFallbackAdapter: true }))).toBe(false);
    expect(await isAdapterChip(adapter({ vendor: 'google', architecture: 'swiftshader' }))).toBe(false);
    expect(await isAdapterChip(adapter({ description: 'llvmpipe (LLVM 19.1.7)' }))).toBe(false);
    expect(await isAdapterChip(adapter({ description: 'Microsoft Basic Render Driver' }))).toBe(false);
  });

  it('is none where the browser has none, knows none, or fails', async () => {
    expect(await isAdapterChip({ gpu: { requestAdapter: () => Promise.resolve(null) } })).toBe(false);
    expect(await isAdapterChip({ gpu: { requestAdapter: () => Promise.reject(new Error('blocked')) } })).toBe(
      false,
    );
    expect(await isAdapterChip({})).toBe(false);
  });
});
