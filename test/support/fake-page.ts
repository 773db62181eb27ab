/** A document that is only visible or hidden. */
export class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A wake lock that counts, and that the page can take away as browsers do. */
export class FakeWakeLock {
  readonly sentinels: { released: boolean; release: () => Promise<void> }[] = [];
  refuses = false;

  get held(): number {
    return this.sentinels.filter(({ released }) => !released).length;
  }

  asWakeLock(): WakeLock {
    return this as unknown as WakeLock;
  }

  request(): Promise<unknown> {
    if (this.refuses) return Promise.reject(new DOMException('battery', 'NotAllowedError'));
    const sentinel = {
      released: false,
      release: () => {
        sentinel.released = true;
        return Promise.resolve();
      },
    };
    this.sentinels.push(sentinel);
    return Promise.resolve(sentinel);
  }

  takeAway(): void {
    for (const sentinel of this.sentinels) sentinel.released = true;
  }
}
