import * as v from 'valibot';
import { SIDES } from '../core/units';
import {
  CAMERA_FACINGS,
  DEFAULT_SETTINGS,
  DELEGATE_CHOICES,
  ENGINE_CHOICES,
  LANGUAGES,
  MODEL_CHOICES,
  SPEAK_CHOICES,
  THEMES,
  type Settings,
  type SettingsStore,
} from './settings';
import { storageFault, stored, type StorageResult } from './storage-fault';

const KEY = 'hipline.settings';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Numbers out of their bounds are brought back where they are used. */
const ownPrescription = v.object({
  reps: v.exactOptional(v.number()),
  holdS: v.exactOptional(v.number()),
  sets: v.exactOptional(v.number()),
  restS: v.exactOptional(v.number()),
  order: v.exactOptional(v.picklist(['each-side', 'alternating'])),
  firstSide: v.exactOptional(v.picklist(SIDES)),
});

/** Each setting is mended by itself: one that cannot be read does not cost the others. */
const SettingsSchema = v.object({
  language: v.fallback(v.nullable(v.picklist(LANGUAGES)), DEFAULT_SETTINGS.language),
  cameraId: v.fallback(v.nullable(v.string()), DEFAULT_SETTINGS.cameraId),
  cameraFacing: v.fallback(v.picklist(CAMERA_FACINGS), DEFAULT_SETTINGS.cameraFacing),
  model: v.fallback(v.picklist(MODEL_CHOICES), DEFAULT_SETTINGS.model),
  delegate: v.fallback(v.picklist(DELEGATE_CHOICES), DEFAULT_SETTINGS.delegate),
  engine: v.fallback(v.picklist(ENGINE_CHOICES), DEFAULT_SETTINGS.engine),
  speak: v.fallback(v.picklist(SPEAK_CHOICES), DEFAULT_SETTINGS.speak),
  voiceUri: v.fallback(v.nullable(v.string()), DEFAULT_SETTINGS.voiceUri),
  tonesOn: v.fallback(v.boolean(), DEFAULT_SETTINGS.tonesOn),
  voiceVolume: v.fallback(share, DEFAULT_SETTINGS.voiceVolume),
  toneVolume: v.fallback(share, DEFAULT_SETTINGS.toneVolume),
  listens: v.fallback(v.boolean(), DEFAULT_SETTINGS.listens),
  flashOn: v.fallback(v.boolean(), DEFAULT_SETTINGS.flashOn),
  theme: v.fallback(v.picklist(THEMES), DEFAULT_SETTINGS.theme),
  weeklyGoal: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7)),
    DEFAULT_SETTINGS.weeklyGoal,
  ),
  keptFigures: v.fallback(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    DEFAULT_SETTINGS.keptFigures,
  ),
  prescriptions: v.fallback(v.record(v.string(), ownPrescription), DEFAULT_SETTINGS.prescriptions),
  planned: v.fallback(v.record(v.string(), ownPrescription), DEFAULT_SETTINGS.planned),
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
