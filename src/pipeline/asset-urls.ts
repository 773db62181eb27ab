import type { Engine, LoadOptions, PoseModel } from '../../workers/protocol';

/** Which parts the worker loads. */
export interface LoadChoice {
  readonly model: PoseModel;
  readonly delegate: LoadOptions['delegate'];
  readonly engine: Engine;
  readonly awaitMovement: boolean;
}

/** The addresses of what setup put into `public/`, absolute: a root-relative one fails in a module worker. */
export const loadOptions = (choice: LoadChoice, base: string = document.baseURI): LoadOptions => ({
  ...choice,
  wasmUrls: { mediapipe: new URL('wasm', base).href, litert: new URL('litert', base).href },
  modelUrl: new URL(`models/pose_landmarker_${choice.model}.task`, base).href,
  movementUrl: new URL('models/movement/', base).href,
});
