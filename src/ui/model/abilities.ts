/** What Hipline makes use of, in the order in which it is told. Each has a text in `ui/messages/abilities`. */
export const ABILITY_IDS = [
  'camera',
  'graphics',
  'pictures',
  'capture-time',
  'decoding',
  'threads',
  'database',
  'persistence',
  'offline',
  'locks',
  'voice',
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
}

/** Looks, without asking the person for anything. */
export async function probeAbilities(scope: BrowserScope): Promise<readonly Ability[]> {
  const { navigator } = scope;
  const isThere: Readonly<Record<AbilityId, boolean>> = {
    camera: navigator.mediaDevices !== undefined,
    graphics: hasGraphics(scope),
    pictures: scope.VideoFrame !== undefined,
    'capture-time': 'requestVideoFrameCallback' in (scope.HTMLVideoElement?.prototype ?? {}),
    decoding: scope.VideoDecoder !== undefined,
    threads: scope.crossOriginIsolated === true,
    database: scope.indexedDB !== undefined && scope.indexedDB !== null,
    persistence: await isPersistent(navigator.storage),
    offline: navigator.serviceWorker !== undefined,
    locks: navigator.locks !== undefined,
    voice: scope.speechSynthesis?.getVoices().some((voice) => voice.localService) === true,
    'wake-lock': navigator.wakeLock !== undefined,
  };
  return ABILITY_IDS.map((id) => ({ id, isThere: isThere[id] }));
}

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
