import { within } from './patience';

/** How browsers and drivers name what draws without a graphics chip: Chromium, Mesa, Windows, macOS. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|basic render|software/i;

/** What is used of a browser; it may have no WebGPU, whatever the types say. */
interface WebGpuBrowser {
  readonly gpu?: Pick<GPU, 'requestAdapter'>;
}

/** Whether WebGL is drawn without a graphics chip, by the name of what draws it. */
export const isSoftwareRenderer = (renderer: string): boolean => SOFTWARE.test(renderer);

/** What a WebGPU adapter says of itself. */
export type AdapterInfo = Pick<
  GPUAdapterInfo,
  'vendor' | 'architecture' | 'description' | 'isFallbackAdapter'
>;

/** Whether an adapter has no graphics chip behind it. */
export const isSoftwareAdapter = (info: AdapterInfo): boolean =>
  info.isFallbackAdapter || SOFTWARE.test(`${info.vendor} ${info.architecture} ${info.description}`);

/** A browser that does not even say within this time whether it has one is none to wait for. */
const ANSWER_MS = 2000;

/**
 * Whether a canvas is drawn by a graphics chip. A software renderer runs the pose graph too, fifty times slower than the
 * processor (1–2.6 s for a picture on two cores, after 10–17 s for the first), so it is not worth a trial.
 */
export const hasGraphicsChip = (canvas: OffscreenCanvas): boolean => {
  const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (context === null) return false;
  // Chromium may give SwiftShader without that caveat; its name tells.
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !isSoftwareRenderer(renderer);
};

/** Whether the browser's WebGPU has a graphics chip behind it, and no software: that takes a second for a picture, too. */
export const isAdapterChip = async ({ gpu }: WebGpuBrowser = navigator): Promise<boolean> => {
  try {
    const adapter = gpu && (await within(ANSWER_MS, gpu.requestAdapter()));
    if (!adapter) return false;
    return !isSoftwareAdapter(adapter.info);
  } catch {
    return false;
  }
};

/** Whether LiteRT has a graphics chip. Without WebGL's there is none for WebGPU, and Chromium warns whoever asks for one. */
export const hasWebGpuChip = async (canvas: OffscreenCanvas): Promise<boolean> =>
  hasGraphicsChip(canvas) && (await isAdapterChip());
