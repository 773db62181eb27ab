import { describe, expect, it } from 'vitest';
import { watchTab } from '../../../src/feedback/tab-watch';
import { screenKeeper } from '../../../src/feedback/wake-lock';
import { FakePage, FakeWakeLock } from '../../support/fake-page';

function setUp() {
  const page = new FakePage();
  const wakeLock = new FakeWakeLock();
  return { page, wakeLock, keeper: screenKeeper(wakeLock.asWakeLock(), page) };
}

describe('the screen', () => {
  it('stays on until it is let go', async () => {
    const { wakeLock, keeper } = setUp();
    expect(await keeper.start()).toEqual({ ok: true, value: null });
    expect(await keeper.start()).toEqual({ ok: true, value: null });
    expect(wakeLock.held).toBe(1);
    await keeper.stop();
    expect(wakeLock.held).toBe(0);
  });

  it('stays on after the tab was hidden', async () => {
    const { page, wakeLock, keeper } = setUp();
    await keeper.start();
    wakeLock.takeAway();
    page.show('hidden');
    expect(wakeLock.held).toBe(0);
    page.show('visible');
    await Promise.resolve();
    expect(wakeLock.held).toBe(1);
    await keeper.stop();
    page.show('visible');
    await Promise.resolve();
    expect(wakeLock.held).toBe(0);
  });

  it('is let go when the training ended while the lock was on its way', async () => {
    const { wakeLock, keeper } = setUp();
    const starting = keeper.start();
    await keeper.stop();
    await starting;
    expect(wakeLock.held).toBe(0);
  });

  it('that cannot be kept on is a fault', async () => {
    const { wakeLock, keeper } = setUp();
    wakeLock.refuses = true;
    expect(await keeper.start()).toMatchObject({ ok: false, fault: { code: 'no-wake-lock' } });
    const none = screenKeeper(undefined, new FakePage());
    expect(await none.start()).toMatchObject({ ok: false, fault: { code: 'no-wake-lock' } });
    await none.stop();
  });
});

describe('the tab', () => {
  it('tells when it is hidden and back, until nobody watches', () => {
    const page = new FakePage();
    const told: boolean[] = [];
    const stop = watchTab(page, (isHidden) => told.push(isHidden));
    page.show('hidden');
    page.show('visible');
    stop();
    page.show('hidden');
    expect(told).toEqual([true, false]);
  });
});
