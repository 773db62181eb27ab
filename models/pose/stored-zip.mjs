/**
 * A ZIP archive without compression: the container of a `.task` bundle. Deterministic: no clock, no attributes.
 * Every file's bytes begin on a multiple of 64, because the models in it are used in place.
 */
import { crc32 } from 'node:zlib';

const ALIGNMENT = 64;
/** Midnight of 1 January 1980, the earliest date that the format knows. */
const DOS_DATE = 0x21;
/** Id of the extra field that zipalign uses for padding. */
const PADDING_FIELD = 0xd935;

/** @param {{ name: string, bytes: Uint8Array }[]} files @returns {Buffer} */
export const storedZip = (files) => {
  const chunks = [];
  const entries = [];
  let offset = 0;
  const push = (chunk) => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  for (const { name, bytes } of files) {
    const extra = padding(offset + 30 + Buffer.byteLength(name));
    const common = commonFields(bytes, name, extra.length);
    entries.push(centralEntry(common, name, offset));
    push(Buffer.concat([signature(0x04034b50), common, Buffer.from(name), extra]));
    push(bytes);
  }
  const directoryAt = offset;
  for (const entry of entries) push(entry);
  push(endOfDirectory(entries.length, offset - directoryAt, directoryAt));
  return Buffer.concat(chunks);
};

/** The fields from "version needed" to "extra length", which local header and directory share. */
const commonFields = (bytes, name, extraLength) => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(10, 0);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  fields.writeUInt16LE(extraLength, 24);
  return fields;
};

const centralEntry = (common, name, localHeaderAt) => {
  const withoutExtra = Buffer.from(common);
  withoutExtra.writeUInt16LE(0, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(localHeaderAt, 10);
  return Buffer.concat([signature(0x02014b50), Buffer.from([10, 0]), withoutExtra, rest, Buffer.from(name)]);
};

const endOfDirectory = (count, size, at) => {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(at, 16);
  return record;
};

/** An extra field (4 bytes of header at least) after which the next position is aligned. */
const padding = (position) => {
  const length = 4 + ((ALIGNMENT - ((position + 4) % ALIGNMENT)) % ALIGNMENT);
  const extra = Buffer.alloc(length);
  extra.writeUInt16LE(PADDING_FIELD, 0);
  extra.writeUInt16LE(length - 4, 2);
  return extra;
};

const signature = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
