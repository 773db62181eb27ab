import type { PoseFault, Result } from './protocol';

export const succeeded = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const failed = (code: PoseFault['code'], detail: unknown): { ok: false; fault: PoseFault } => ({
  ok: false,
  fault: { code, detail: textOf(detail) },
});

/** Why the pose graph could not be built. Browsers say that memory ran out in words of their own, engines wrap them. */
export const startFault = (error: unknown): { ok: false; fault: PoseFault } =>
  failed(
    /out of memory|(could not|cannot) allocate/i.test(textOf(error)) ? 'out-of-memory' : 'wasm-load',
    error,
  );

export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
