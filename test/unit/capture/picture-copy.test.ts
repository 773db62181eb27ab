import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PictureCopy } from '../../../src/capture/picture-copy';
import { FakeImageData } from '../../support/fake-image-data';
import { PictureLedger } from '../../support/fake-pose';

const valuesOf = (image: ImageData | null): number[] => [...new Uint32Array(image!.data.buffer)];

describe('the copy of a picture', () => {
  beforeEach(() => {
    vi.stubGlobal('ImageData', FakeImageData);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('has its pixels as they are, and closes what it took', async () => {
    const ledger = new PictureLedger();
    const picture = ledger.openFrame(3, 2);
    const image = await new PictureCopy().pixelsOf(picture);
    picture.close();
    expect(valuesOf(image)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ledger).toMatchObject({ opened: 2, closed: 2, closedTwice: 0 });
  });

  it('uses the same pixels again, and others for another size', async () => {
    const [ledger, copy] = [new PictureLedger(), new PictureCopy()];
    const first = await copy.pixelsOf(ledger.openFrame(3, 2));
    expect(await copy.pixelsOf(ledger.openFrame(3, 2))).toBe(first);
    expect(await copy.pixelsOf(ledger.openFrame(2, 2))).toMatchObject({ width: 2, height: 2 });
  });

  it('takes one picture at a time', async () => {
    const [ledger, copy] = [new PictureLedger(), new PictureCopy()];
    const first = copy.pixelsOf(ledger.openFrame(3, 2));
    expect(await copy.pixelsOf(ledger.openFrame(3, 2))).toBeNull();
    expect(await first).not.toBeNull();
  });

  it('says that it cannot, once and for all, where the browser gives no pixels', async () => {
    const [ledger, copy] = [new PictureLedger(), new PictureCopy()];
    const copyTo = (): Promise<never> => Promise.reject(new DOMException('no RGBA', 'NotSupportedError'));
    const mute = ledger.openFrame(3, 2);
    mute.clone = () => Object.assign(ledger.openFrame(3, 2), { copyTo });
    expect(await copy.pixelsOf(mute)).toBeNull();
    expect(await copy.pixelsOf(ledger.openFrame(3, 2))).toBeNull();
    expect(ledger.opened - ledger.closed).toBe(2);
  });

  it('leaves a picture that lies on its side to the camera', async () => {
    const turned = Object.assign(new PictureLedger().openFrame(3, 2), { displayWidth: 2, displayHeight: 3 });
    expect(await new PictureCopy().pixelsOf(turned)).toBeNull();
  });
});
