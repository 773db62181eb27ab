import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SessionDigest } from '../../../core/session/session-digest';
import type { DigestItem } from '../../../storage/session-store';
import type { StorageFault } from '../../../storage/storage-fault';
import type { StartServices } from '../../services';

type DamagedItem = Extract<DigestItem, { kind: 'damaged' }>;

interface Loaded {
  readonly digests: readonly SessionDigest[];
  readonly damaged: readonly DamagedItem[];
}

/** Every session of the store, newest first, and what can be done with them. */
export function useHistory({ sessions, deletion }: Pick<StartServices, 'sessions' | 'deletion'>) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [fault, setFault] = useState<StorageFault | null>(null);
  const reload = useCallback(async () => {
    const result = await sessions.digests();
    setFault(result.ok ? null : result.fault);
    setLoaded((before) =>
      result.ok
        ? {
            digests: result.value.flatMap((item) => (item.kind === 'digest' ? [item.digest] : [])),
            damaged: result.value.flatMap((item) => (item.kind === 'damaged' ? [item] : [])),
          }
        : (before ?? { digests: [], damaged: [] }),
    );
  }, [sessions]);
  useEffect(() => {
    void reload();
    // Another tab may have recorded, deleted or imported something meanwhile.
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
  const afterwards = async (change: Promise<StorageFault | null>) => {
    const failed = await change;
    await reload();
    if (failed) setFault(failed);
  };
  return {
    digests: loaded?.digests ?? [],
    damaged: loaded?.damaged ?? [],
    isLoaded: loaded !== null,
    fault,
    reload: () => void reload(),
    remove: (ids: readonly string[]) => void afterwards(deletion.remove(ids)),
    undo: () => void afterwards(deletion.undo()),
  };
}
