import type { KinematicFrame } from '../../core/kinematics/kinematic-frame';
import type { SessionStart, SetEntry, SetStart } from '../../core/session/record';
import type { PerSide } from '../../core/units';
import type { SessionStore } from '../../storage/session-store';
import type { StorageFault, StorageResult } from '../../storage/storage-fault';
import { toCurves } from '../model/curves';

/** Curves are written in stretches, so that a closed tab loses this much of them and no repetition. */
const STRETCH_FRAMES = 150;

/**
 * Writes a session down as it happens: each repetition the moment it is counted, one operation after the other.
 *
 * A session begins with the first thing worth keeping, so that looking at oneself in the camera leaves no empty line in
 * the history.
 */
export class SessionKeeper {
  readonly #store: SessionStore;
  readonly #start: () => Promise<SessionStart>;
  readonly #onFault: (fault: StorageFault) => void;
  #last: Promise<void> = Promise.resolve();
  #id: string | null = null;
  /** The interrupted session that is gone on with. */
  #earlier: string | null = null;
  #set: number | null = null;
  #setStart: SetStart | null = null;
  #frames: KinematicFrame[] = [];

  constructor(
    store: SessionStore,
    start: () => Promise<SessionStart>,
    onFault: (fault: StorageFault) => void,
  ) {
    this.#store = store;
    this.#start = start;
    this.#onFault = onFault;
  }

  /** What is kept from here on belongs to this session, which was interrupted. Until then it stays as it is. */
  continue(id: string): void {
    this.#earlier = id;
  }

  /** Null before anything was kept. */
  get id(): string | null {
    return this.#id;
  }

  /** The entries that follow belong to a new set. */
  beginSet(start: SetStart): void {
    this.#enqueue(() => {
      this.#set = null;
      this.#setStart = start;
      return Promise.resolve();
    });
    this.#frames = [];
  }

  /** Keeps an entry; the session and the set begin with the first one. */
  keep(entry: SetEntry): void {
    this.#enqueue(() => this.#append(entry));
  }

  /** Calls when all that was handed in until now is kept; not at all while there is nothing to be kept. */
  afterwards(then: (id: string) => void): void {
    this.#enqueue(() => {
      if (this.#id !== null) then(this.#id);
      return Promise.resolve();
    });
  }

  /** Collects the curves; they are written with the next stretch. */
  measure(frame: KinematicFrame): void {
    this.#frames.push(frame);
    if (this.#id !== null && this.#frames.length >= STRETCH_FRAMES) this.#flushCurves();
  }

  /** Ends the set: what is left of the curves is written, if the set has anything at all. */
  endSet(): void {
    this.#enqueue(() => {
      if (this.#set !== null) this.#flushCurves();
      return Promise.resolve();
    });
  }

  /** Keeps the person's own count of the set that was ended last, beside the app's. */
  correct(reps: PerSide<number>): void {
    this.#enqueue(async () => {
      if (this.#id === null || this.#set === null) return;
      this.#tell(await this.#store.correctReps(this.#id, this.#set, reps));
    });
  }

  /** @returns the id of the session that can be looked at; null when nothing happened that was worth keeping */
  async finish(endedAt: number): Promise<string | null> {
    await this.#settled();
    const id = this.#id;
    if (id !== null) this.#tell(await this.#store.finish(id, endedAt));
    return id ?? this.#earlier;
  }

  /** Resolves when everything is written, also what writing itself has added. */
  async #settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.#last;
      await seen;
    } while (seen !== this.#last);
  }

  #flushCurves(): void {
    if (this.#frames.length === 0) return;
    const curves = toCurves(this.#frames);
    this.#frames = [];
    this.#enqueue(() => this.#append({ kind: 'curves', curves }));
  }

  async #append(entry: SetEntry): Promise<void> {
    if (entry.kind === 'exercise' && this.#set === null && this.#setStart !== null) {
      // That it is known which exercise it will be is not worth a set yet.
      this.#setStart = { ...this.#setStart, exercise: entry.exercise };
      return;
    }
    this.#id ??= await this.#open();
    if (this.#id === null || this.#setStart === null) return;
    if (this.#set === null) {
      const begun = await this.#store.beginSet(this.#id, this.#setStart);
      if (this.#tell(begun)) this.#set = begun.value;
    }
    if (this.#set !== null) this.#tell(await this.#store.append(this.#id, this.#set, entry));
  }

  /** The interrupted session, or where it is gone, a new one; null when neither can be had. */
  async #open(): Promise<string | null> {
    if (this.#earlier !== null && this.#tell(await this.#store.reopen(this.#earlier))) return this.#earlier;
    const begun = await this.#store.begin(await this.#start());
    return this.#tell(begun) ? begun.value : null;
  }

  #tell<Value>(result: StorageResult<Value>): result is Extract<StorageResult<Value>, { readonly ok: true }> {
    if (!result.ok) this.#onFault(result.fault);
    return result.ok;
  }

  #enqueue(write: () => Promise<void>): void {
    this.#last = this.#last.then(write);
  }
}
