import { SESSION_DELEGATES, type SESSION_MODELS } from '../core/session/record';
import type { StorageResult } from './storage-fault';

export const THEMES = ['system', 'light', 'dark'] as const;

/** Where the pose model is run: measured, or as the person says. */
export const DELEGATE_CHOICES = ['fastest', ...SESSION_DELEGATES] as const;

/** What the person chose once and keeps. */
export interface Settings {
  /** `deviceId` of the chosen camera; null takes the browser's default. */
  readonly cameraId: string | null;
  readonly model: (typeof SESSION_MODELS)[number];
  readonly delegate: (typeof DELEGATE_CHOICES)[number];
  readonly voiceOn: boolean;
  readonly tonesOn: boolean;
  /** 0 silent … 1 full, for voice and tones alike. */
  readonly volume: number;
  /** Flash the screen's border with every cue, for who cannot hear it. */
  readonly flashOn: boolean;
  readonly theme: (typeof THEMES)[number];
}

export const DEFAULT_SETTINGS: Settings = {
  cameraId: null,
  model: 'full',
  delegate: 'fastest',
  voiceOn: true,
  tonesOn: true,
  volume: 0.9,
  flashOn: false,
  theme: 'system',
};

/** Settings are read before the first paint (the theme), so this port is synchronous. */
export interface SettingsStore {
  /** Never fails: what is missing or damaged is the default. */
  load(): Settings;
  save(settings: Settings): StorageResult<null>;
}
