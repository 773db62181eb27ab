import type { ReadonlySignal } from '@preact/signals';
import type { ExerciseDefinition } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';
import type { SessionStore } from '../storage/session-store';
import type { Settings } from '../storage/settings';
import type { StorageFault } from '../storage/storage-fault';
import type { LiveController, LiveRequest } from './live/controller';
import type { AnalysisRunner } from './model/analysis-run';

/** What the person chose; a change is kept and takes effect at once. */
export interface SettingsModel {
  readonly current: ReadonlySignal<Settings>;
  change(part: Partial<Settings>): void;
}

export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** Everything the screens need from outside. `main` makes the real one; the previews and tests make others. */
export interface Services {
  readonly exercises: readonly ExerciseDefinition[];
  readonly sessions: SessionStore;
  /** The last time that something could not be kept in the database; it is in memory then. */
  readonly storageFault: ReadonlySignal<StorageFault | null>;
  readonly settings: SettingsModel;
  listCameras(): Promise<readonly CameraChoice[]>;
  openLive(request: LiveRequest): LiveController;
  readonly analysis: AnalysisRunner;
  /** Lets a newer version of the app in, by a reload; null while there is none. */
  readonly takeNewer: ReadonlySignal<(() => void) | null>;
  /** Epoch milliseconds. */
  now(): number;
  download(fileName: string, json: unknown): void;
}

export const definitionOf = (
  services: Pick<Services, 'exercises'>,
  id: ExerciseId | null | undefined,
): ExerciseDefinition | null => services.exercises.find((exercise) => exercise.id === id) ?? null;
