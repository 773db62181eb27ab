/** What the browser says of the place that it gives this page. */
export interface StorageUse {
  /** Null where the browser does not tell. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** Whether the browser has promised not to clear it when the disk gets tight. */
  readonly isPersistent: boolean;
}

const browserStorage = (): Partial<StorageManager> | undefined => (navigator as Partial<Navigator>).storage;

/** Never fails: what is not told is null. */
export async function readStorageUse(
  storage: Partial<StorageManager> | undefined = browserStorage(),
): Promise<StorageUse> {
  const [estimate, isPersistent] = await Promise.all([
    Promise.resolve(storage?.estimate?.()).catch(() => undefined),
    Promise.resolve(storage?.persisted?.()).catch(() => false),
  ]);
  return {
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
    isPersistent: isPersistent === true,
  };
}
