import type { PoseFault, Result } from './protocol';

export const succeeded = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const failed = (code: PoseFault['code'], detail: unknown): { ok: false; fault: PoseFault } => ({
  ok: false,
  fault: { code, detail: textOf(detail) },
});

export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
