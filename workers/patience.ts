/** How long something may take to start. */
export interface Patience {
  /** Once its WebAssembly is there: compiling, threads, the graph. The heavy model takes 2 s on two cores. */
  readonly startMs: number;
  /** With the way through the network: ten megabytes at 60 kB a second. */
  readonly downloadMs: number;
  /** How often it is looked whether the file is there, and said that this worker is alive. */
  readonly lookEveryMs: number;
  /** For the known picture, six times, of which the first compiles: of what takes longer nothing live can come. */
  readonly proofMs: number;
}

export const PATIENCE: Patience = {
  startMs: 20_000,
  downloadMs: 180_000,
  lookEveryMs: 1000,
  proofMs: 10_000,
};

/**
 * Waits for what was started, a slow network included, but not for something that never answers though all of it is
 * there: threads that do not come up, for example, give no error at all.
 *
 * @param onAlive called while it waits: the page takes a worker that says nothing for hung
 * @param hasArrived whether the WebAssembly is there
 * @throws what it throws, or that it took too long
 */
export const patiently = async <Value>(
  started: Promise<Value>,
  onAlive: () => void,
  hasArrived: () => boolean,
  { startMs, downloadMs, lookEveryMs }: Omit<Patience, 'proofMs'> = PATIENCE,
): Promise<Value> => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const expired = new Promise<never>((_, reject) => {
    let waitedMs = 0;
    let sinceArrivalMs = 0;
    timer = setInterval(() => {
      onAlive();
      waitedMs += lookEveryMs;
      if (hasArrived()) sinceArrivalMs += lookEveryMs;
      if (sinceArrivalMs < startMs && waitedMs < downloadMs) return;
      reject(new Error(`did not start in ${String(waitedMs / 1000)} s`));
    }, lookEveryMs);
  });
  try {
    return await Promise.race([started, expired]);
  } finally {
    clearInterval(timer);
  }
};

/** @throws what it throws, or that it took longer than this */
export const within = async <Value>(limitMs: number, answer: Promise<Value>): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer in ${String(limitMs / 1000)} s`));
    }, limitMs);
  });
  try {
    return await Promise.race([answer, expired]);
  } finally {
    clearTimeout(timer);
  }
};

/** Whether a file of this folder that ends in `.wasm` was fetched by this worker. */
export const hasFetchedWasm = (folderUrl: string): boolean =>
  performance
    .getEntriesByType('resource')
    .some(({ name }) => name.startsWith(folderUrl) && name.endsWith('.wasm'));
