/* eslint-disable no-console -- the package warns on the console, and that is kept quiet here */
import { loadLiteRt, supportsFeature } from '@litertjs/core';
import type { LiteRt } from '@litertjs/core';

/** What the runtime's loader looks for in the global scope. */
interface LoaderScope {
  define?: unknown;
  ModuleFactory?: unknown;
  Module?: unknown;
  importScripts?: unknown;
}

/** Which of the package's builds a browser can run. */
export interface Build {
  readonly script: string;
  readonly hasThreads: boolean;
}

/**
 * The fastest build that runs here. Threads need shared memory, which a page has only when it is cross-origin isolated,
 * and both fast builds need relaxed SIMD; the third one does without, at about MediaPipe's pace, but also without WebGL.
 */
export const chooseBuild = async ({
  isIsolated = globalThis.crossOriginIsolated,
  cores = navigator.hardwareConcurrency,
  supports = supportsFeature,
}: Partial<BuildConditions> = {}): Promise<Build> => {
  if (!(await supports('relaxedSimd')))
    return { script: 'litert_wasm_compat_internal.js', hasThreads: false };
  return isIsolated && cores > 1 && (await supports('threads'))
    ? { script: 'litert_wasm_threaded_internal.js', hasThreads: true }
    : { script: 'litert_wasm_internal.js', hasThreads: false };
};

/** What the choice of a build stands on. */
interface BuildConditions {
  readonly isIsolated: boolean;
  readonly cores: number;
  readonly supports: (feature: 'relaxedSimd' | 'threads') => Promise<boolean>;
}

/**
 * Starts LiteRT from our own origin.
 *
 * The package loads its script with `importScripts`, which a module worker has but must not call. The script is a plain
 * one that offers itself to AMD loaders, so it is imported as a module with such a loader in place, and the package
 * finds its factory where the script would have left it. It also opens a graphics chip whether it is used or not: it is
 * kept from that, since `graphics-device.ts` opens one where one is wanted, and that it finds none is nothing to warn of.
 *
 * @param wasmUrl of the folder with the package's WebAssembly
 */
export const startLiteRt = async (wasmUrl: string, build: Build): Promise<LiteRt> => {
  const folder = wasmUrl.endsWith('/') ? wasmUrl : `${wasmUrl}/`;
  const script = `${folder}${build.script}`;
  const scope = globalThis as LoaderScope;
  const before = { define: scope.define, importScripts: scope.importScripts, warn: console.warn };
  Object.defineProperty(navigator, 'gpu', { value: undefined, configurable: true });
  scope.define = Object.assign(
    (_needs: unknown, make: () => unknown) => {
      scope.ModuleFactory = make();
    },
    { amd: true },
  );
  try {
    await import(/* @vite-ignore */ script);
    scope.define = before.define;
    scope.importScripts = () => undefined;
    scope.Module = {
      locateFile: (file: string) => `${folder}${file}`,
      mainScriptUrlOrBlob: script,
      print: saySilently,
      printErr: saySilently,
    };
    console.warn = (...words: unknown[]) => {
      if (!String(words[0]).startsWith('Failed to create default WebGPU device')) before.warn(...words);
    };
    return await loadLiteRt(script);
  } finally {
    console.warn = before.warn;
    // What the browser has shows again.
    Reflect.deleteProperty(navigator, 'gpu');
    Object.assign(scope, { define: before.define, importScripts: before.importScripts });
  }
};

/** The runtime tells of everything that it does. What goes wrong is thrown besides, and answered where it is caught. */
const saySilently = (): void => undefined;
