import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ReadBytes } from '../../workers/movement-estimator-port';

/** Reads a `file:` URL: what `fetch` is to the worker. */
export const readFileUrl: ReadBytes = async (url) => {
  const bytes = await readFile(fileURLToPath(url));
  return Uint8Array.from(bytes).buffer;
};
