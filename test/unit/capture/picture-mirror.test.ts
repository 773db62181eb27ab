import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PictureMirror } from '../../../src/capture/picture-mirror';
import { FakeImageData } from '../../support/fake-image-data';
import { PictureLedger } from '../../support/fake-pose';

const pixelsOf = (image: ImageData | null): number[] => [...new Uint32Array(image!.data.buffer)];

describe('the mirror of pictures', () => {
  beforeEach(() => {
    vi.stubGlobal('ImageData', FakeImageData);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('swaps left and right in every row, and closes what it took', async () => {
    const ledger = new PictureLedger();
    const picture = ledger.openFrame(3, 2);
    const image = await new PictureMirror().mirrored(picture);
    picture.close();
    expect(pixelsOf(image)).toEqual([2, 1, 0, 5, 4, 3]);
    expect(ledger).toMatchObject({ opened: 2, closed: 2, closedTwice: 0 });
  });

  it('uses the same pixels again, and others for another size', async () => {
    const [ledger, mirror] = [new PictureLedger(), new PictureMirror()];
    const first = await mirror.mirrored(ledger.openFrame(3, 2));
    expect(await mirror.mirrored(ledger.openFrame(3, 2))).toBe(first);
    expect(await mirror.mirrored(ledger.openFrame(2, 2))).toMatchObject({ width: 2, height: 2 });
  });

  it('takes one picture at a time', async () => {
    const [ledger, mirror] = [new PictureLedger(), new PictureMirror()];
    const first = mirror.mirrored(ledger.openFrame(3, 2));
    expect(await mirror.mirrored(ledger.openFrame(3, 2))).toBeNull();
    expect(await first).not.toBeNull();
  });

  it('says that it cannot, once and for all, where the browser gives no pixels', async () => {
    const [ledger, mirror] = [new PictureLedger(), new PictureMirror()];
    const copyTo = (): Promise<never> => Promise.reject(new DOMException('no RGBA', 'NotSupportedError'));
    const mute = ledger.openFrame(3, 2);
    mute.clone = () => Object.assign(ledger.openFrame(3, 2), { copyTo });
    expect(await mirror.mirrored(mute)).toBeNull();
    expect(await mirror.mirrored(ledger.openFrame(3, 2))).toBeNull();
    expect(ledger.opened - ledger.closed).toBe(2);
  });

  it('leaves a picture that lies on its side to the camera', async () => {
    const turned = Object.assign(new PictureLedger().openFrame(3, 2), { displayWidth: 2, displayHeight: 3 });
    expect(await new PictureMirror().mirrored(turned)).toBeNull();
  });
});
