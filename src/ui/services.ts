import type { ReadonlySignal } from '@preact/signals';
import type { ExerciseCard } from '../core/exercise/definition';
import type { OfflineCopy } from '../storage/offline-copy';
import type { KeptEngines } from '../storage/engine-note';
import type { SessionStore } from '../storage/session-store';
import type { Settings } from '../storage/settings';
import type { StorageFault } from '../storage/storage-fault';
import type { StorageUse } from '../storage/storage-use';
import type { Deletion } from './deletion';
import type { LiveController, LiveRequest } from './live/controller';
import type { AnalysisRunner } from './model/analysis-run';
import type { Unfinished } from './unfinished';

/** What the person chose; a change is kept and takes effect at once. */
export interface SettingsModel {
  readonly current: ReadonlySignal<Settings>;
  change(part: Partial<Settings>): void;
}

export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

export interface VoiceChoice {
  readonly uri: string;
  readonly name: string;
}

/** What the first screen and the history need; there from the first moment. */
export interface StartServices {
  readonly exercises: readonly ExerciseCard[];
  readonly sessions: SessionStore;
  /** The last time that something could not be kept in the database; it is in memory then. */
  readonly storageFault: ReadonlySignal<StorageFault | null>;
  readonly settings: SettingsModel;
  /** What was measured of this machine, by pose model. */
  readonly engines: ReadonlySignal<KeptEngines>;
  /** Finds out what this machine can do: once by itself, and when the person asks. */
  readonly trial: { readonly isRunning: ReadonlySignal<boolean>; start(): void };
  readonly unfinished: Pick<Unfinished, 'current' | 'leave'>;
  listCameras(): Promise<readonly CameraChoice[]>;
  /** Whether a session can be told what to do by voice: only where speech of this language stays on this machine. */
  canListen(): Promise<boolean>;
  /** Voices of this machine that can be chosen. */
  listVoices(): readonly VoiceChoice[];
  /** Lets a newer version of the app in, by a reload; null while there is none. */
  readonly takeNewer: OfflineCopy['takeNewer'];
  /** Epoch milliseconds. */
  now(): number;
  download(fileName: string, json: unknown): void;
  /** Hands the person a file that was made in the page. */
  save(fileName: string, file: Blob): void;
  readonly deletion: Deletion;
  readonly storage: {
    readonly use: () => Promise<StorageUse>;
    /** Asks the browser to keep the sessions when the disk gets tight; false when it does not promise that. */
    readonly askPersistence: () => Promise<boolean>;
  };
}

/** What measures people: large, and loaded behind the first screen. */
export interface Training {
  openLive(request: LiveRequest): LiveController;
  readonly analysis: AnalysisRunner;
  readonly appVersion: string;
}

/** What the app is given. `main` makes the real one; the previews and tests make others. */
export interface AppServices extends StartServices {
  /** Rejects when it cannot be fetched; may be asked again. */
  loadTraining(): Promise<Training>;
}

/** Everything that screens of training need from outside. */
export interface Services extends StartServices, Training {}
