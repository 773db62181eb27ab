import type { Picture } from '../landmarker-port';
import { colorMatrixOf } from './color-matrix';
import type { Pixels, RgbPixels, YuvPixels } from './sample-region';

/**
 * Reads pictures' pixels without WebGL, in the cheapest way that there is: a camera's or a decoder's own luma and colour
 * difference (0.1 ms at 1280×720, for they are in memory already), red, green and blue where the browser converts them
 * (4 ms), through a canvas in memory otherwise (7 ms). The bytes are reused for the next picture.
 */
export class PictureReader {
  #bytes = new Uint8Array(0);
  #canvas: OffscreenCanvas | null = null;
  #canConvert = true;

  async read(picture: Picture): Promise<Pixels> {
    if (!('copyTo' in picture) || !isShownAsCoded(picture)) return this.#draw(picture);
    return (await this.#copyPlanes(picture)) ?? (await this.#copyConverted(picture)) ?? this.#draw(picture);
  }

  /** Null where they are of another kind, or in the memory of a graphics chip. */
  async #copyPlanes(picture: VideoFrame): Promise<YuvPixels | null> {
    const { format } = picture;
    const matrix = colorMatrixOf(picture.colorSpace);
    if ((format !== 'I420' && format !== 'NV12') || matrix === null) return null;
    const { displayWidth: width, displayHeight: height } = picture;
    try {
      this.#makeRoom(picture.allocationSize());
      const [luma, u, v] = await picture.copyTo(this.#bytes);
      if (luma === undefined || u === undefined || u.stride !== (v ?? u).stride) return null;
      const planes = {
        lumaAt: luma.offset,
        lumaStride: luma.stride,
        uAt: u.offset,
        vAt: v?.offset ?? u.offset + 1,
        chromaStride: u.stride,
        chromaStep: v === undefined ? 2 : 1,
      } as const;
      return { width, height, bytes: this.#bytes, planes, matrix };
    } catch {
      return null;
    }
  }

  /** Null where the browser cannot; it is not asked again then. */
  async #copyConverted(picture: VideoFrame): Promise<RgbPixels | null> {
    if (!this.#canConvert) return null;
    const { displayWidth: width, displayHeight: height } = picture;
    this.#makeRoom(width * height * 4);
    try {
      const [plane] = await picture.copyTo(this.#bytes, { format: 'RGBX', colorSpace: 'srgb' } as object);
      if (plane?.offset === 0 && plane.stride === width * 4) return { width, height, rgba: this.#bytes };
    } catch {
      // Not every browser converts.
    }
    this.#canConvert = false;
    return null;
  }

  #makeRoom(bytes: number): void {
    if (this.#bytes.length !== bytes) this.#bytes = new Uint8Array(bytes);
  }

  #draw(picture: Picture): RgbPixels {
    const width = 'displayWidth' in picture ? picture.displayWidth : picture.width;
    const height = 'displayHeight' in picture ? picture.displayHeight : picture.height;
    this.#canvas ??= new OffscreenCanvas(width, height);
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error('no 2D canvas to read the picture through');
    context.drawImage(picture, 0, 0);
    return { width, height, rgba: context.getImageData(0, 0, width, height).data };
  }
}

/** A frame that is shown in another size than it was coded, or turned, has to be drawn. */
const isShownAsCoded = (picture: VideoFrame): boolean => {
  const { displayWidth, displayHeight, visibleRect } = picture;
  const { rotation = 0, flip = false } = picture as { readonly rotation?: number; readonly flip?: boolean };
  return (
    rotation === 0 && !flip && visibleRect?.width === displayWidth && visibleRect.height === displayHeight
  );
};
