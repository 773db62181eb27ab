import { SESSION_DELEGATES, SESSION_ENGINES, SESSION_MODELS } from '../core/session/record';
import type { OwnPrescription } from '../core/exercise/own-prescription';
import type { StorageResult } from './storage-fault';

export const THEMES = ['system', 'light', 'dark'] as const;

/** Which pose model: the best that this machine holds, or as the person says. */
export const MODEL_CHOICES = ['auto', ...SESSION_MODELS] as const;

/** Languages of the app, by their codes. */
export const LANGUAGES = ['en', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the pose model is run: measured, or as the person says. */
export const DELEGATE_CHOICES = ['fastest', ...SESSION_DELEGATES] as const;

/** What runs the pose networks on the processor: measured, or as the person says. */
export const ENGINE_CHOICES = ['auto', ...SESSION_ENGINES] as const;

/** Where a camera looks: at who holds the device, or away. As `facingMode` of Media Capture and Streams calls it. */
export const CAMERA_FACINGS = ['user', 'environment'] as const;
/** What is said: everything, counts and faults with what goes with them, faults alone, or nothing. */
export const SPEAK_CHOICES = ['all', 'counts-and-faults', 'faults', 'nothing'] as const;

/** What the person chose once and keeps. */
export interface Settings {
  /** Null takes the browser's. */
  readonly language: Language | null;
  /** `deviceId` of the chosen camera; null takes the browser's own of those that face this way. */
  readonly cameraId: string | null;
  readonly cameraFacing: (typeof CAMERA_FACINGS)[number];
  readonly model: (typeof MODEL_CHOICES)[number];
  readonly delegate: (typeof DELEGATE_CHOICES)[number];
  readonly engine: (typeof ENGINE_CHOICES)[number];
  /** How much the voice says. */
  readonly speak: (typeof SPEAK_CHOICES)[number];
  /** `voiceURI` of the chosen voice; null takes the best of the machine's. */
  readonly voiceUri: string | null;
  readonly tonesOn: boolean;
  /** 0 silent … 1 full. */
  readonly voiceVolume: number;
  readonly toneVolume: number;
  /** A session is told what to do by voice, where speech is recognised on this machine. */
  readonly listens: boolean;
  /** Flash the screen's border with every cue, for who cannot hear it. */
  readonly flashOn: boolean;
  readonly theme: (typeof THEMES)[number];
  /** Training days a week that the person wants; 0 for no goal. */
  readonly weeklyGoal: number;
  /** Of so many of the newest sessions the stick figures are kept; null for all. */
  readonly keptFigures: number | null;
  /** What is wanted otherwise than prescribed, by exercise. */
  readonly prescriptions: Readonly<Record<string, OwnPrescription>>;
  /** What of it the plan has put there: everything else was set by hand. */
  readonly planned: Readonly<Record<string, OwnPrescription>>;
}

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  cameraId: null,
  cameraFacing: 'user',
  model: 'auto',
  delegate: 'fastest',
  engine: 'auto',
  speak: 'all',
  voiceUri: null,
  tonesOn: true,
  voiceVolume: 0.9,
  toneVolume: 0.9,
  listens: false,
  flashOn: false,
  theme: 'system',
  weeklyGoal: 3,
  keptFigures: null,
  prescriptions: {},
  planned: {},
};

/** Settings are read before the first paint (the theme), so this port is synchronous. */
export interface SettingsStore {
  /** Never fails: what is missing or damaged is the default. */
  load(): Settings;
  save(settings: Settings): StorageResult<null>;
}
