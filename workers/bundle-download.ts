import manifest from '../models/pose/manifest.json';
import { failed, succeeded } from './pose-fault';
import type { LoadProgress, PoseModel, Result } from './protocol';

/** What a bundle must be, as the build wrote it down. */
export interface BundleIdentity {
  readonly bytes: number;
  readonly sha256: string;
}

/** @throws when the manifest does not name the model: the build is broken */
export const bundleIdentity = (model: PoseModel): BundleIdentity => {
  const product = manifest.products.find(({ file }) => file.endsWith(`/pose_landmarker_${model}.task`));
  if (product === undefined) throw new Error(`models/pose/manifest.json does not name the ${model} model`);
  return product;
};

/** What a download stands on; the tests put others here. */
export interface DownloadMeans {
  readonly fetchFrom?: typeof fetch;
  readonly stallMs?: number;
}

/** A server that sends nothing for so long does not send at all. The page waits longer before it doubts the worker. */
const STALL_MS = 20_000;

/** Ends a request of which nothing comes any more. */
class Stall {
  readonly #afterMs: number;
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(afterMs: number) {
    this.#afterMs = afterMs;
    this.feed();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  feed(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#controller.abort(new Error(`nothing came for ${String(this.#afterMs / 1000)} s`));
    }, this.#afterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/**
 * Downloads a pose bundle, reporting each piece, and checks that it is whole.
 * @returns the bytes, or `model-missing` / `model-damaged` / `download-stalled`
 */
export const downloadBundle = async (
  url: string,
  identity: BundleIdentity,
  onProgress: (progress: LoadProgress) => void,
  { fetchFrom = fetch, stallMs = STALL_MS }: DownloadMeans = {},
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  let bytes: Uint8Array<ArrayBuffer>;
  const stall = new Stall(stallMs);
  try {
    const response = await fetchFrom(url, { signal: stall.signal });
    if (!response.ok) return failed('model-missing', `${url}: ${String(response.status)}`);
    bytes = await readAll(response, identity.bytes, (progress) => {
      stall.feed();
      onProgress(progress);
    });
  } catch (error) {
    return failed(stall.signal.aborted ? 'download-stalled' : 'model-missing', error);
  } finally {
    stall.stop();
  }
  if (bytes.length !== identity.bytes) {
    return failed('model-damaged', `${url}: ${String(bytes.length)} of ${String(identity.bytes)} bytes`);
  }
  if ((await sha256(bytes)) !== identity.sha256) return failed('model-damaged', `${url}: SHA-256 differs`);
  return succeeded(bytes);
};

/** Reads at most one byte more than expected: enough to see that a file is too long, and no endless download. */
const readAll = async (
  response: Response,
  totalBytes: number,
  onProgress: (progress: LoadProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  const whole = new Uint8Array(totalBytes + 1);
  let loadedBytes = 0;
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const fitting = piece.value.subarray(0, whole.length - loadedBytes);
    whole.set(fitting, loadedBytes);
    loadedBytes += fitting.length;
    onProgress({ stage: 'downloading', loadedBytes: Math.min(loadedBytes, totalBytes), totalBytes });
    if (loadedBytes === whole.length) await reader.cancel();
  }
  return whole.subarray(0, loadedBytes);
};

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
