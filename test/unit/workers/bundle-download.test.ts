import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bundleIdentity, downloadBundle } from '../../../workers/bundle-download';
import type { LoadProgress } from '../../../workers/protocol';
import { POSE_MODELS } from '../../../workers/protocol';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const IDENTITY = { bytes: BYTES.length, sha256: createHash('sha256').update(BYTES).digest('hex') };
const URL_OF_MODEL = 'http://localhost/model.task';

/** Answers in three pieces, as a network does. */
const answering = (bytes: Uint8Array, status = 200): typeof fetch => {
  const pieces = [bytes.slice(0, 300), bytes.slice(300, 600), bytes.slice(600)];
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
  return () => Promise.resolve(new Response(body, { status }));
};

const download = async (fetchFrom: typeof fetch) => {
  const progress: LoadProgress[] = [];
  const result = await downloadBundle(URL_OF_MODEL, IDENTITY, (step) => progress.push(step), {
    fetchFrom,
    stallMs: 30,
  });
  return { result, progress };
};

describe('downloading a pose bundle', () => {
  it('gives the bytes and reports each piece', async () => {
    const { result, progress } = await download(answering(BYTES));
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && Buffer.from(result.value).equals(Buffer.from(BYTES))).toBe(true);
    expect(progress.map((step) => (step.stage === 'downloading' ? step.loadedBytes : -1))).toEqual([
      300, 600, 1000,
    ]);
  });

  it.each([
    ['cut off', BYTES.slice(0, 999)],
    ['too long', Uint8Array.from([...BYTES, 0, 0, 0])],
    ['empty', new Uint8Array(0)],
    ['altered in one bit', BYTES.map((byte, index) => (index === 500 ? byte ^ 1 : byte))],
  ])('finds a bundle that is %s', async (_, bytes) => {
    const { result } = await download(answering(bytes));
    expect(result).toMatchObject({ ok: false, fault: { code: 'model-damaged' } });
  });

  it('finds a bundle that is not there', async () => {
    const { result } = await download(answering(BYTES, 404));
    expect(result).toMatchObject({ ok: false, fault: { code: 'model-missing' } });
  });

  it('takes a network that fails for a bundle that is not there', async () => {
    const { result } = await download(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(result).toMatchObject({ ok: false, fault: { code: 'model-missing', detail: 'Failed to fetch' } });
  });

  it('gives up on a server that never answers, or stops in the middle', async () => {
    const untilAborted = (signal: AbortSignal | null | undefined) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    const mute = await download((_url, options) => untilAborted(options?.signal));
    expect(mute.result).toMatchObject({
      fault: { code: 'download-stalled', detail: 'nothing came for 0.03 s' },
    });
    const halting = await download((_url, options) => {
      const pieces = [BYTES.slice(0, 300)];
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
        const piece = pieces.shift();
        if (piece === undefined) return untilAborted(options?.signal);
        controller.enqueue(piece);
        return Promise.resolve();
      };
      return Promise.resolve(new Response(new ReadableStream({ pull })));
    });
    expect(halting.result).toMatchObject({ fault: { code: 'download-stalled' } });
    expect(halting.progress).toHaveLength(1);
  });

  it.each(POSE_MODELS)('knows what %s must be', (model) => {
    expect(bundleIdentity(model).sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
