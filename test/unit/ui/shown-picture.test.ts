import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShownPicture } from '../../../src/ui/live/shown-picture';
import { FakeImageData } from '../../support/fake-image-data';
import { PictureLedger } from '../../support/fake-pose';
import { frames } from '../../support/live-stage';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What is shown, and a picture whose pixels come when the test says so. */
function showSlowly() {
  const shown = new ShownPicture({ read: () => null }, () => () => undefined);
  const ledger = new PictureLedger();
  const coming: (() => void)[] = [];
  const copyTo = (): Promise<never[]> => new Promise((resolve) => coming.push(() => resolve([])));
  const show = (): void => {
    const picture = ledger.openFrame();
    picture.clone = () => Object.assign(ledger.openFrame(), { copyTo });
    shown.show({ pose: frames[0]!, step: null, picture }, 'standing-front', null);
    picture.close();
  };
  const arrive = async (): Promise<void> => {
    coming.shift()?.();
    await turn();
  };
  return { shown, ledger, show, arrive };
}

describe('the picture that is shown', () => {
  beforeEach(() => {
    vi.stubGlobal('ImageData', FakeImageData);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('covers the camera’s own as soon as its pixels are there', async () => {
    const { shown, show, arrive } = showSlowly();
    show();
    expect(shown.isDrawn.value).toBe(false);
    await arrive();
    expect(shown.isDrawn.value).toBe(true);
  });

  it('does not come back when it was taken away while its pixels were under way; the next one does', async () => {
    const { shown, ledger, show, arrive } = showSlowly();
    show();
    shown.clear();
    await arrive();
    expect(shown.isDrawn.value).toBe(false);
    show();
    await arrive();
    expect(shown.isDrawn.value).toBe(true);
    expect(ledger).toMatchObject({ opened: 4, closed: 4, closedTwice: 0 });
  });
});
