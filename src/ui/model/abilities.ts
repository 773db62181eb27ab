import { canHear, type RecogniserMaker } from '../../feedback/command-ear';
import type { Language } from '../../storage/settings';

/** What Hipline makes use of, in the order in which it is told. Each has a text in `ui/messages/abilities`. */
export const ABILITY_IDS = [
  'camera',
  'engine',
  'graphics',
  'webgpu',
  'pictures',
  'capture-time',
  'decoding',
  'threads',
  'database',
  'persistence',
  'offline',
  'locks',
  'voice',
  'speech',
  'wake-lock',
] as const;
export type AbilityId = (typeof ABILITY_IDS)[number];

export interface Ability {
  readonly id: AbilityId;
  readonly isThere: boolean;
}

/** What is looked at; a test gives another. Everything may be missing, whatever the types say. */
export interface BrowserScope {
  readonly navigator: Partial<Navigator>;
  readonly document: Pick<Document, 'createElement'>;
  readonly crossOriginIsolated?: boolean;
  readonly indexedDB?: unknown;
  readonly VideoFrame?: unknown;
  readonly VideoDecoder?: unknown;
  readonly HTMLVideoElement?: { readonly prototype: object };
  readonly speechSynthesis?: Pick<SpeechSynthesis, 'getVoices'>;
  readonly SpeechRecognition?: RecogniserMaker;
  readonly WebAssembly?: Pick<typeof WebAssembly, 'validate'>;
}

/**
 * Looks, without asking the person for anything.
 *
 * @param language that is spoken
 */
export async function probeAbilities(scope: BrowserScope, language: Language): Promise<readonly Ability[]> {
  const { navigator } = scope;
  const isThere: Readonly<Record<AbilityId, boolean>> = {
    camera: navigator.mediaDevices !== undefined,
    engine: scope.WebAssembly?.validate(RELAXED_SIMD) === true,
    graphics: hasGraphics(scope),
    // Not whether there is a chip for it: Chromium warns whoever asks where there is none.
    webgpu: navigator.gpu !== undefined,
    pictures: scope.VideoFrame !== undefined,
    'capture-time': 'requestVideoFrameCallback' in (scope.HTMLVideoElement?.prototype ?? {}),
    decoding: scope.VideoDecoder !== undefined,
    threads: scope.crossOriginIsolated === true,
    database: scope.indexedDB !== undefined && scope.indexedDB !== null,
    persistence: await isPersistent(navigator.storage),
    offline: navigator.serviceWorker !== undefined,
    locks: navigator.locks !== undefined,
    voice: scope.speechSynthesis?.getVoices().some((voice) => voice.localService) === true,
    speech: await canHear(scope.SpeechRecognition, language),
    'wake-lock': navigator.wakeLock !== undefined,
  };
  return ABILITY_IDS.map((id) => ({ id, isThere: isThere[id] }));
}

/** The smallest module with an instruction of relaxed SIMD, `i8x16.relaxed_swizzle`: LiteRT's fast builds are full of them. */
const RELAXED_SIMD = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15, 253, 128, 2, 11],
]);

function hasGraphics({ document }: BrowserScope): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

async function isPersistent(storage: Partial<StorageManager> | undefined): Promise<boolean> {
  try {
    return (await storage?.persisted?.()) === true;
  } catch {
    return false;
  }
}
