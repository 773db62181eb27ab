import type { Picture } from '../landmarker-port';
import type { Pixels } from './sample-region';

/**
 * Reads pictures' pixels without WebGL: straight out of the frame where the browser converts it to RGB, through a
 * canvas in memory otherwise. The bytes are reused for the next picture.
 */
export class PictureReader {
  #bytes = new Uint8Array(0);
  #canvas: OffscreenCanvas | null = null;
  #canConvert = true;

  async read(picture: Picture): Promise<Pixels> {
    return (this.#canConvert ? await this.#copy(picture) : null) ?? this.#draw(picture);
  }

  /** Null where the browser cannot; it is not asked again then. */
  async #copy(picture: Picture): Promise<Pixels | null> {
    // A bitmap has no bytes to give. A frame that is shown in another size than it was coded has to be drawn.
    if (!('copyTo' in picture)) return null;
    const { displayWidth: width, displayHeight: height, visibleRect } = picture;
    if (visibleRect?.width !== width || visibleRect.height !== height) return null;
    if (this.#bytes.length !== width * height * 4) this.#bytes = new Uint8Array(width * height * 4);
    try {
      const [plane] = await picture.copyTo(this.#bytes, { format: 'RGBX', colorSpace: 'srgb' } as object);
      if (plane?.offset === 0 && plane.stride === width * 4) return { width, height, rgba: this.#bytes };
    } catch {
      // Not every browser converts.
    }
    this.#canConvert = false;
    return null;
  }

  #draw(picture: Picture): Pixels {
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
