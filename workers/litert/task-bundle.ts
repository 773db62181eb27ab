/** Local file header of a ZIP archive (APPNOTE.TXT 4.3.7). */
const LOCAL_HEADER = { signature: 0x04034b50, length: 30 };
const STORED = 0;

/**
 * A file out of a pose bundle, which is a ZIP archive without compression: a view of its bytes, nothing is copied.
 * @throws when it is not in there, or compressed
 */
export const fileOfBundle = (bundle: Uint8Array, name: string): Uint8Array => {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let at = 0;
  while (at + LOCAL_HEADER.length <= bundle.length && view.getUint32(at, true) === LOCAL_HEADER.signature) {
    const method = view.getUint16(at + 8, true);
    const size = view.getUint32(at + 18, true);
    const nameLength = view.getUint16(at + 26, true);
    const extraLength = view.getUint16(at + 28, true);
    const nameAt = at + LOCAL_HEADER.length;
    const dataAt = nameAt + nameLength + extraLength;
    if (new TextDecoder().decode(bundle.subarray(nameAt, nameAt + nameLength)) === name) {
      if (method !== STORED || dataAt + size > bundle.length)
        throw new Error(`${name} is compressed or cut off`);
      return bundle.subarray(dataAt, dataAt + size);
    }
    at = dataAt + size;
  }
  throw new Error(`${name} is not in the pose bundle`);
};
