import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { WorkerConnection } from '../../../src/pipeline/worker-connection';
import type { WorkerLike } from '../../../src/pipeline/worker-connection';
import { millis } from '../../../src/core/units';
import type { PoseService } from '../../../workers/protocol';
import { LocalPoseService } from '../../../workers/pose-service';
import { LOAD_OPTIONS, fakePorts, someLandmarks } from '../../support/fake-pose';

const POSE = { timestampMs: millis(1), width: 640, height: 480, landmarks: someLandmarks() };
const SHORT = { loadMs: 60, detectMs: 40 };
const silent = (): void => undefined;

/** A worker made of a message channel: the real protocol, in one thread. */
class ChannelWorker extends EventTarget implements WorkerLike {
  isTerminated = false;
  readonly #near: MessagePort;
  readonly #far: MessagePort;

  constructor(service: Partial<PoseService> | null) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#near = port1;
    this.#far = port2;
    if (service !== null) expose(service, port2);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#near.postMessage(message, transfer);
  }

  override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    if (type === 'message') this.#near.addEventListener(type, listener);
    else super.addEventListener(type, listener);
  }

  override removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    if (type === 'message') this.#near.removeEventListener(type, listener);
    else super.removeEventListener(type, listener);
  }

  start(): void {
    this.#near.start();
  }

  terminate(): void {
    this.isTerminated = true;
    this.#near.close();
    this.#far.close();
  }
}

const workingService = (): LocalPoseService => new LocalPoseService(fakePorts());

describe('the connection to the worker', () => {
  it('loads with progress and answers, across the boundary', async () => {
    const worker = new ChannelWorker(workingService());
    const connection = new WorkerConnection(worker);
    const stages: string[] = [];
    expect(await connection.load(LOAD_OPTIONS, ({ stage }) => stages.push(stage))).toMatchObject({
      ok: true,
    });
    expect(stages).toEqual(['downloading', 'starting']);
    expect(await connection.observe(POSE)).toMatchObject({ ok: true, value: { pose: { timestampMs: 1 } } });
    expect(await connection.movementStatus()).toEqual({ kind: 'absent' });
    expect(await connection.reset()).toEqual({ ok: true, value: null });
    await connection.close();
    expect(worker.isTerminated).toBe(true);
  });

  it('hands a picture over and keeps none', async () => {
    const received: unknown[] = [];
    const worker = new ChannelWorker({
      detect: (picture) => {
        received.push(picture);
        picture.close();
        return Promise.resolve({ ok: false, fault: { code: 'not-loaded', detail: '' } });
      },
    });
    const connection = new WorkerConnection(worker);
    // A message port stands in for a picture: Node has no other object that is transferred and closed.
    const { port1 } = new MessageChannel();
    await connection.detect(port1 as unknown as ImageBitmap, 1);
    expect(received).toHaveLength(1);
    await connection.close();
  });

  it('notices a worker that does not load', async () => {
    const worker = new ChannelWorker(null);
    const connection = new WorkerConnection(worker);
    const loading = connection.load(LOAD_OPTIONS, silent);
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'script not found' }));
    expect(await loading).toEqual({
      ok: false,
      fault: { code: 'worker-failed', detail: 'script not found' },
    });
    expect(worker.isTerminated).toBe(true);
  });

  it('notices a worker that hangs, while loading and while recognising', async () => {
    const mute = new WorkerConnection(new ChannelWorker(null), SHORT);
    expect(await mute.load(LOAD_OPTIONS, silent)).toMatchObject({ fault: { code: 'worker-hung' } });
    const stuck = new ChannelWorker({ observe: () => new Promise(() => undefined) });
    const connection = new WorkerConnection(stuck, SHORT);
    expect(await connection.observe(POSE)).toMatchObject({ fault: { code: 'worker-hung' } });
    expect(stuck.isTerminated).toBe(true);
  });

  it('is patient with a slow load as long as it makes progress', async () => {
    const worker = new ChannelWorker({
      load: async (_options, onProgress) => {
        for (let piece = 1; piece <= 6; piece += 1) {
          await new Promise((resolve) => setTimeout(resolve, SHORT.loadMs / 3));
          onProgress({ stage: 'downloading', loadedBytes: piece, totalBytes: 6 });
        }
        return {
          ok: true,
          value: {
            model: 'full',
            delegate: 'CPU',
            engine: 'mediapipe',
            pictureMs: null,
            movement: { kind: 'absent' },
          },
        };
      },
    });
    const connection = new WorkerConnection(worker, { ...SHORT, loadMs: 400 });
    expect(await connection.load(LOAD_OPTIONS, silent)).toMatchObject({ ok: true });
    await connection.close();
  });

  it('takes an exception of the worker for a fault', async () => {
    const worker = new ChannelWorker({ observe: () => Promise.reject(new Error('out of memory')) });
    const connection = new WorkerConnection(worker);
    expect(await connection.observe(POSE)).toMatchObject({
      fault: { code: 'worker-failed', detail: 'Error: out of memory' },
    });
  });

  it('answers every call after it broke, at once', async () => {
    const worker = new ChannelWorker(null);
    const connection = new WorkerConnection(worker);
    worker.dispatchEvent(new Event('messageerror'));
    expect(await connection.observe(POSE)).toMatchObject({ fault: { code: 'worker-failed' } });
    expect(await connection.load(LOAD_OPTIONS, silent)).toMatchObject({ fault: { code: 'worker-failed' } });
  });

  it('answers what is under way when it is closed', async () => {
    const connection = new WorkerConnection(new ChannelWorker(null));
    const waiting = connection.observe(POSE);
    await connection.close();
    expect(await waiting).toMatchObject({ ok: false, fault: { code: 'not-loaded' } });
  });
});
