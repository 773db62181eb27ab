/**
 * As much of the FlatBuffers format as the pose bundles need: reading a table's fields, and laying out new tables
 * in front of old bytes.
 *
 * A FlatBuffer's offsets are unsigned and point forward only, so whatever is added has to stand before what it
 * refers to. {@link layOut} therefore writes parents first and children after them, and may refer to positions
 * in the bytes that will follow (`old`).
 */

/**
 * A piece to lay out. `lead`: how many bytes stand before the position that references to it name.
 * @typedef {{ size: number, align: number, lead?: number, oldPosition?: number, children: Node[], write: (view: DataView, at: number, positionOf: (node: Node) => number) => void }} Node
 */

/** A string, zero-terminated as the format wants it. @returns {Node} */
export const string = (text) => {
  const bytes = new TextEncoder().encode(text);
  return {
    size: 4 + bytes.length + 1,
    align: 4,
    children: [],
    write: (view, at) => {
      view.setUint32(at, bytes.length, true);
      new Uint8Array(view.buffer, at + 4, bytes.length).set(bytes);
    },
  };
};

/** A byte vector whose first byte (not its length) stands on a multiple of 16, as TFLite's buffers must. @returns {Node} */
export const bytes16 = (bytes) => ({
  size: 16 + bytes.length,
  align: 16,
  children: [],
  // The node begins 12 bytes before the length, so that the data begin 16 bytes into it.
  lead: 12,
  write: (view, at) => {
    view.setUint32(at + 12, bytes.length, true);
    new Uint8Array(view.buffer, at + 16, bytes.length).set(bytes);
  },
});

/** @returns {Node} */
export const floats = (values) => ({
  size: 4 + 4 * values.length,
  align: 4,
  children: [],
  write: (view, at) => {
    view.setUint32(at, values.length, true);
    values.forEach((value, index) => view.setFloat32(at + 4 + 4 * index, value, true));
  },
});

/** A vector of references to tables or strings. @param {Node[]} children @returns {Node} */
export const vector = (children) => ({
  size: 4 + 4 * children.length,
  align: 4,
  children,
  write: (view, at, positionOf) => {
    view.setUint32(at, children.length, true);
    children.forEach((child, index) => writeReference(view, at + 4 + 4 * index, positionOf(child)));
  },
});

/** Something that stands in the bytes after the new ones, at `position` of those bytes. @returns {Node} */
export const old = (position) => ({
  oldPosition: position,
  size: 0,
  align: 1,
  children: [],
  write: () => {},
});

/**
 * A table. Fields by number: `{ u32 }` or `{ u8 }` for a scalar, `{ ref }` for a reference.
 * Its vtable is laid directly before it. @returns {Node}
 */
export const table = (fields) => {
  const numbers = Object.keys(fields).map(Number);
  const slots = numbers.length === 0 ? 0 : Math.max(...numbers) + 1;
  const vtableSize = roundUp(4 + 2 * slots, 4);
  return {
    size: vtableSize + 4 + 4 * numbers.length,
    align: 4,
    lead: vtableSize,
    children: Object.values(fields).flatMap((field) => (field.ref ? [field.ref] : [])),
    write: (view, at, positionOf) => {
      const start = at + vtableSize;
      view.setUint16(at, 4 + 2 * slots, true);
      view.setUint16(at + 2, 4 + 4 * numbers.length, true);
      view.setInt32(start, vtableSize, true);
      numbers.forEach((number, index) => {
        const field = fields[number];
        const place = start + 4 + 4 * index;
        view.setUint16(at + 4 + 2 * number, place - start, true);
        if (field.ref) writeReference(view, place, positionOf(field.ref));
        else if (field.u8 !== undefined) view.setUint8(place, field.u8);
        else view.setUint32(place, field.u32, true);
      });
    },
  };
};

/**
 * Writes a FlatBuffer whose root is `root`.
 * @param {Node} root
 * @param {string} identifier four letters
 * @param {number} multiple the length is rounded up to a multiple of this, so that what follows keeps its alignment
 * @returns {Uint8Array}
 */
export const layOut = (root, identifier, multiple = 4) => {
  const places = new Map();
  let end = 8;
  const place = (node) => {
    if (node.oldPosition !== undefined || places.has(node)) return;
    places.set(node, roundUp(end, node.align));
    end = places.get(node) + node.size;
    node.children.forEach(place);
  };
  place(root);
  const length = roundUp(end, multiple);
  const positionOf = (node) =>
    node.oldPosition === undefined ? places.get(node) + (node.lead ?? 0) : length + node.oldPosition;
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, positionOf(root), true);
  new Uint8Array(view.buffer, 4, 4).set(new TextEncoder().encode(identifier));
  for (const [node, at] of places) node.write(view, at, positionOf);
  return new Uint8Array(view.buffer);
};

/**
 * Reads tables and vectors of a FlatBuffer by position.
 * @param {Uint8Array} bytes
 */
export const reader = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const follow = (at) => at + view.getUint32(at, true);
  const fieldAt = (tableAt, number) => {
    const vtable = tableAt - view.getInt32(tableAt, true);
    if (4 + 2 * number >= view.getUint16(vtable, true)) return null;
    const offset = view.getUint16(vtable + 4 + 2 * number, true);
    return offset === 0 ? null : tableAt + offset;
  };
  return {
    /** @returns {number} */
    root: () => follow(0),
    identifier: () => new TextDecoder().decode(bytes.subarray(4, 8)),
    /**
     * Position of what the field refers to, or null when it is not set.
     * @param {number} tableAt
     * @param {number} number
     * @returns {number | null}
     */
    reference: (tableAt, number) => {
      const at = fieldAt(tableAt, number);
      return at === null ? null : follow(at);
    },
    /**
     * @param {number} tableAt
     * @param {number} number
     */
    uint: (tableAt, number) => {
      const at = fieldAt(tableAt, number);
      return at === null ? 0 : view.getUint32(at, true);
    },
    /**
     * Positions of the tables that a vector refers to.
     * @param {number} vectorAt
     * @returns {number[]}
     */
    elements: (vectorAt) =>
      Array.from({ length: view.getUint32(vectorAt, true) }, (_, index) => follow(vectorAt + 4 + 4 * index)),
  };
};

const writeReference = (view, at, target) => view.setUint32(at, target - at, true);
const roundUp = (value, multiple) => Math.ceil(value / multiple) * multiple;
