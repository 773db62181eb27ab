import { describe, expect, it } from 'vitest';
import { ABILITY_IDS, probeAbilities, type BrowserScope } from '../../../src/ui/model/abilities';
import type { RecogniserMaker } from '../../../src/feedback/command-ear';
import { words } from '../../../src/ui/language';

const canvas = (context: object | null) =>
  ({ createElement: () => ({ getContext: () => context }) }) as unknown as Document;

const everything = {
  navigator: {
    mediaDevices: {},
    serviceWorker: {},
    locks: {},
    wakeLock: {},
    gpu: {},
    storage: { persisted: () => Promise.resolve(true) },
  },
  document: canvas({}),
  crossOriginIsolated: true,
  indexedDB: {},
  VideoFrame: () => undefined,
  VideoDecoder: () => undefined,
  HTMLVideoElement: { prototype: { requestVideoFrameCallback: () => 0 } },
  speechSynthesis: { getVoices: () => [{ localService: true }] },
  SpeechRecognition: Object.assign(() => undefined, {
    prototype: { processLocally: false },
    available: () => Promise.resolve('available'),
  }),
  WebAssembly: { validate: () => true },
} as unknown as BrowserScope;

describe('what a browser can do', () => {
  it('is all there in the best of them', async () => {
    const found = await probeAbilities(everything, 'en');
    expect(found.map(({ id }) => id)).toEqual([...ABILITY_IDS]);
    expect(found.filter(({ isThere }) => !isThere)).toEqual([]);
  });

  it('is nothing in the worst of them, and looking does no harm', async () => {
    const storage = { persisted: () => Promise.reject(new Error('forbidden')) } as unknown as StorageManager;
    const throwing = {
      createElement: () => {
        throw new Error('no canvas');
      },
    };
    for (const document of [canvas(null), throwing]) {
      const found = await probeAbilities({ navigator: { storage }, document }, 'en');
      expect(found.filter(({ isThere }) => isThere)).toEqual([]);
    }
  });

  it('does not call a voice there that speaks from a server', async () => {
    const speechSynthesis = { getVoices: () => [{ localService: false }] } as unknown as SpeechSynthesis;
    const found = await probeAbilities({ ...everything, speechSynthesis }, 'en');
    expect(found.filter(({ isThere }) => !isThere).map(({ id }) => id)).toEqual(['voice']);
  });

  it('does not call speech understood that would have to be sent away', async () => {
    const elsewhere = Object.assign(() => undefined, {
      prototype: { processLocally: false },
      available: () => Promise.resolve('downloadable'),
    }) as unknown as RecogniserMaker;
    const found = await probeAbilities({ ...everything, SpeechRecognition: elsewhere }, 'de');
    expect(found.filter(({ isThere }) => !isThere).map(({ id }) => id)).toEqual(['speech']);
  });

  it.each(ABILITY_IDS)('%s is told in words: what it is for, and what is done without it', (id) => {
    expect(words.abilities[id].there).toMatch(/\.$/);
    expect(words.abilities[id].missing).toMatch(/\.$/);
  });
});
