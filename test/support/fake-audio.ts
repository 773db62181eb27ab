export interface PlayedNote {
  readonly hz: number;
  readonly fromS: number;
  readonly toS: number;
}

/** As much of an AudioContext as tones need; its clock stands where it is put, and every note is written down. */
export class FakeAudio {
  currentTime = 0;
  state: AudioContextState = 'suspended';
  readonly destination = {};
  readonly notes: PlayedNote[] = [];
  readonly gains: { gain: { value: number } }[] = [];
  resumed = 0;

  asContext(): AudioContext {
    return this as unknown as AudioContext;
  }

  resume(): Promise<void> {
    this.resumed += 1;
    this.state = 'running';
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }

  createGain(): unknown {
    const gain = {
      gain: { value: 1, setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
      connect: (next: unknown) => next,
      disconnect: () => undefined,
    };
    this.gains.push(gain);
    return gain;
  }

  createOscillator(): unknown {
    const { notes } = this;
    let fromS = 0;
    const oscillator = {
      type: 'sine',
      frequency: { value: 0 },
      connect: (next: unknown) => next,
      start: (atS: number) => {
        fromS = atS;
      },
      stop: (atS: number) => notes.push({ hz: oscillator.frequency.value, fromS, toS: atS }),
      onended: null,
    };
    return oscillator;
  }
}
