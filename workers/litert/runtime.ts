/* eslint-disable no-console -- the package warns on the console, and that is kept quiet here */
import { loadLiteRt } from '@litertjs/core';
import type { LiteRt } from '@litertjs/core';

/** What the runtime's loader looks for in the global scope. */
interface LoaderScope {
  define?: unknown;
  ModuleFactory?: unknown;
  Module?: unknown;
  importScripts?: unknown;
}

/** Threads need shared memory, which a page has only when it is cross-origin isolated. */
export const canUseThreads = (): boolean =>
  globalThis.crossOriginIsolated && navigator.hardwareConcurrency > 1;

/**
 * Starts LiteRT from our own origin.
 *
 * The package loads its script with `importScripts`, which a module worker has but must not call. The script is a plain
 * one that offers itself to AMD loaders, so it is imported as a module with such a loader in place, and the package
 * finds its factory where the script would have left it. It also looks for a WebGPU device that we do not use, and
 * that there is none is nothing to warn of.
 *
 * @param wasmUrl of the folder with the package's WebAssembly
 */
export const startLiteRt = async (wasmUrl: string, threads: boolean): Promise<LiteRt> => {
  const folder = wasmUrl.endsWith('/') ? wasmUrl : `${wasmUrl}/`;
  const script = `${folder}litert_wasm${threads ? '_threaded' : ''}_internal.js`;
  const scope = globalThis as LoaderScope;
  const before = { define: scope.define, importScripts: scope.importScripts, warn: console.warn };
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
      printErr,
    };
    console.warn = (...words: unknown[]) => {
      if (!String(words[0]).startsWith('Failed to create default WebGPU device')) before.warn(...words);
    };
    return await loadLiteRt(script);
  } finally {
    console.warn = before.warn;
    Object.assign(scope, { define: before.define, importScripts: before.importScripts });
  }
};

/** The runtime tells of every network what it did with it, on standard error. Only errors are worth a line. */
const printErr = (line: string): void => {
  if (!/^(INFO|WARNING|VERBOSE):/.test(line)) reportError(new Error(line));
};
