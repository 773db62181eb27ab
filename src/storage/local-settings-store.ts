import * as v from 'valibot';
import { SESSION_MODELS } from '../core/session/record';
import { DEFAULT_SETTINGS, DELEGATE_CHOICES, THEMES, type Settings, type SettingsStore } from './settings';
import { storageFault, stored, type StorageResult } from './storage-fault';

const KEY = 'hipline.settings';

/** Each setting is mended by itself: one that cannot be read does not cost the others. */
const SettingsSchema = v.object({
  cameraId: v.fallback(v.nullable(v.string()), DEFAULT_SETTINGS.cameraId),
  model: v.fallback(v.picklist(SESSION_MODELS), DEFAULT_SETTINGS.model),
  delegate: v.fallback(v.picklist(DELEGATE_CHOICES), DEFAULT_SETTINGS.delegate),
  voiceOn: v.fallback(v.boolean(), DEFAULT_SETTINGS.voiceOn),
  tonesOn: v.fallback(v.boolean(), DEFAULT_SETTINGS.tonesOn),
  volume: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), DEFAULT_SETTINGS.volume),
  flashOn: v.fallback(v.boolean(), DEFAULT_SETTINGS.flashOn),
  theme: v.fallback(v.picklist(THEMES), DEFAULT_SETTINGS.theme),
}) satisfies v.GenericSchema<unknown, Settings>;

/** Settings in the page's local storage: small, and to be had before the first paint. */
export function localSettingsStore(openStorage: () => Pick<Storage, 'getItem' | 'setItem'>): SettingsStore {
  return {
    load: () => restoreSettings(readText(openStorage)),
    save: (settings) => {
      try {
        openStorage().setItem(KEY, JSON.stringify(settings));
        return stored(null);
      } catch (error) {
        return settingsFault(error);
      }
    },
  };
}

/** The settings that a kept text stands for; what is missing or damaged is the default. */
export function restoreSettings(text: string | null): Settings {
  const parsed = v.safeParse(SettingsSchema, parseObject(text));
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}

function parseObject(text: string | null): unknown {
  try {
    return text === null ? {} : (JSON.parse(text) as unknown);
  } catch {
    return {};
  }
}

/** Even looking at the local storage throws where the browser forbids it. */
function readText(openStorage: () => Pick<Storage, 'getItem'>): string | null {
  try {
    return openStorage().getItem(KEY);
  } catch {
    return null;
  }
}

function settingsFault(error: unknown): StorageResult<never> {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return storageFault(isFull ? 'disk-full' : 'unavailable', String(error));
}
