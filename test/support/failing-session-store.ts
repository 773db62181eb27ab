import type { SessionStore } from '../../src/storage/session-store';
import { storageFault, type StorageFault } from '../../src/storage/storage-fault';

/** A store that can be broken and mended, in front of a working one. */
export interface Breakable {
  readonly store: SessionStore;
  break(code: StorageFault['code']): void;
  mend(): void;
}

export function breakable(working: SessionStore): Breakable {
  let broken: StorageFault['code'] | null = null;
  const store = new Proxy(working, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown =>
        broken === null
          ? Reflect.apply(member, target, given)
          : Promise.resolve(storageFault(broken, 'broken on purpose'));
    },
  });
  return {
    store,
    break: (code) => {
      broken = code;
    },
    mend: () => {
      broken = null;
    },
  };
}
