import { describe, expect, it } from 'vitest';
import { localSettingsStore, restoreSettings } from '../../../src/storage/local-settings-store';
import { askPersistence } from '../../../src/storage/open-session-store';
import { DEFAULT_SETTINGS } from '../../../src/storage/settings';

function pageStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('settings', () => {
  it('come back as they were saved', () => {
    const page = pageStorage();
    const store = localSettingsStore(() => page);
    expect(store.load()).toEqual(DEFAULT_SETTINGS);
    const chosen = {
      ...DEFAULT_SETTINGS,
      language: 'es',
      cameraId: 'c1',
      cameraFacing: 'environment',
      model: 'lite',
      voiceVolume: 0,
      theme: 'dark',
      prescriptions: { 'hip-hike': { reps: 6, firstSide: 'left' } },
    } as const;
    expect(store.save(chosen)).toEqual({ ok: true, value: null });
    expect(store.load()).toEqual(chosen);
  });

  it('are mended one by one', () => {
    const mended = restoreSettings(
      '{"voiceVolume": 11, "theme": "dark", "model": "huge", "speak": "yes", "language": "fr"}',
    );
    expect(mended).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it.each(['', 'not json', '[]', 'null', '7', '{"toneVolume": null}'])('of %j are the defaults', (text) => {
    expect(restoreSettings(text)).toEqual(DEFAULT_SETTINGS);
  });

  it('that cannot be read or written are the defaults and a fault', () => {
    const store = localSettingsStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(store.load()).toEqual(DEFAULT_SETTINGS);
    expect(store.save(DEFAULT_SETTINGS)).toMatchObject({ ok: false, fault: { code: 'unavailable' } });
    const full = localSettingsStore(() => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }));
    expect(full.save(DEFAULT_SETTINGS)).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
  });
});

describe('asking to keep the sessions', () => {
  it('asks once, and takes any answer', async () => {
    expect(await askPersistence({ persisted: () => Promise.resolve(true) })).toBe(true);
    const asked = (answer: boolean) => ({
      persisted: () => Promise.resolve(false),
      persist: () => Promise.resolve(answer),
    });
    expect(await askPersistence(asked(true))).toBe(true);
    expect(await askPersistence(asked(false))).toBe(false);
    expect(await askPersistence({})).toBe(false);
    expect(await askPersistence({ persisted: () => Promise.reject(new Error('no')) })).toBe(false);
  });
});
