import { describe, expect, it } from 'vitest';
import { canHear, listen, type RecogniserMaker } from '../../../src/feedback/command-ear';
import type { FeedbackFault } from '../../../src/feedback/feedback-fault';
import { fakeRecognition, type FakeHearing } from '../../support/fake-recogniser';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function ear(hearing: FakeHearing = {}, language = 'en') {
  const fake = fakeRecognition(hearing);
  const heard: string[] = [];
  const faults: FeedbackFault[] = [];
  const waits = new Set<() => void>();
  const stop = listen({
    maker: fake.maker,
    language,
    onHeard: (text) => heard.push(text),
    onFault: (fault) => faults.push(fault),
    wait: (_ms, then) => {
      waits.add(then);
      return () => waits.delete(then);
    },
  });
  await settled();
  const timePasses = () => {
    for (const then of [...waits]) {
      waits.delete(then);
      then();
    }
  };
  return { ...fake, heard, faults, stop, timePasses };
}

describe('whether speech is recognised on this machine', () => {
  it.each([
    ['there', 'available', true],
    ['to be downloaded first', 'downloadable', false],
    ['being downloaded', 'downloading', false],
    ['not there', 'unavailable', false],
  ])('%s', async (_, isAvailable, can) => {
    const { maker, asked } = fakeRecognition({ isAvailable });
    expect(await canHear(maker, 'de')).toBe(can);
    expect(asked).toEqual([{ langs: ['de-DE'], processLocally: true }]);
  });

  it('is no where it cannot be asked: that would send sound away', async () => {
    expect(await canHear(undefined, 'en')).toBe(false);
    const { maker } = fakeRecognition();
    const old = Object.assign(function old() {}, { available: () => Promise.resolve('available') });
    expect(await canHear(old as unknown as RecogniserMaker, 'en')).toBe(false);
    Object.assign(maker, { available: () => Promise.reject(new Error('no')) });
    expect(await canHear(maker, 'en')).toBe(false);
    Object.assign(maker, { available: undefined });
    expect(await canHear(maker, 'en')).toBe(false);
  });
});

describe('listening', () => {
  it('hears what is final, on this machine, in the language that is spoken', async () => {
    const { made, heard } = await ear({}, 'es');
    expect(made[0]).toMatchObject({ lang: 'es-ES', processLocally: true, continuous: true, started: 1 });
    made[0]?.hear('paus', false);
    made[0]?.hear('pausa');
    expect(heard).toEqual(['pausa']);
  });

  it('begins anew when the browser ends it in a silence, until it is stopped', async () => {
    const { made, heard, stop, timePasses, faults } = await ear();
    made[0]?.onerror?.({ error: 'no-speech' });
    made[0]?.onend?.();
    timePasses();
    expect(made).toHaveLength(2);
    stop();
    timePasses();
    expect(made).toHaveLength(2);
    made[1]?.hear('pause');
    expect([heard, faults]).toEqual([[], []]);
  });

  it.each(['not-allowed', 'service-not-allowed', 'audio-capture', 'language-not-supported'])(
    'gives up and says so: %s',
    async (error) => {
      const { made, faults, timePasses } = await ear();
      made[0]?.onerror?.({ error });
      made[0]?.onend?.();
      timePasses();
      expect(made).toHaveLength(1);
      expect(faults).toEqual([{ code: 'no-listening', detail: error }]);
    },
  );

  it('never starts where sound would leave the machine', async () => {
    const sent = await ear({ staysHere: false });
    expect(sent.made.map(({ started }) => started)).toEqual([0]);
    const missing = await ear({ isAvailable: 'downloadable' });
    expect(missing.made).toEqual([]);
    expect([...sent.faults, ...missing.faults].map(({ code }) => code)).toEqual([
      'no-listening',
      'no-listening',
    ]);
  });

  it('does not start at all when it is stopped before it was known', async () => {
    const { maker, made } = fakeRecognition();
    listen({
      maker,
      language: 'en',
      onHeard: () => undefined,
      onFault: () => undefined,
      wait: () => () => undefined,
    })();
    await settled();
    expect(made).toEqual([]);
  });
});
