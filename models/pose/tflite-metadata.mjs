/**
 * Adds TFLite Model Metadata to a model file.
 *
 * MediaPipe's task graph reads from it how a picture's values have to be normalised; the models in the npm package
 * `@mediapipe/pose` come without, because the older solution had the numbers in its graph. Schemas:
 * tensorflow/lite/schema/schema.fbs and tflite-support's metadata_schema.fbs.
 */
import { bytes16, floats, layOut, old, reader, string, table, vector } from './flatbuffer.mjs';

/** Field numbers of the schemas' tables. */
const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
};
const SUBGRAPH_METADATA = { inputs: 2 };
const MODEL_METADATA = { name: 0, subgraphs: 3 };
const TENSOR_METADATA = { processUnits: 4 };
const PROCESS_UNIT = { optionsType: 0, options: 1 };
const NORMALIZATION_OPTIONS = 1;

/**
 * The metadata of a model with one picture as its input: value ↦ (value − mean) / std, values 0..255.
 * @param {{ name: string, mean: number, std: number }} options
 */
export const pictureMetadata = ({ name, mean, std }) => {
  const normalization = table({ 0: { ref: floats([mean]) }, 1: { ref: floats([std]) } });
  const unit = table({
    [PROCESS_UNIT.optionsType]: { u8: NORMALIZATION_OPTIONS },
    [PROCESS_UNIT.options]: { ref: normalization },
  });
  const input = table({ [TENSOR_METADATA.processUnits]: { ref: vector([unit]) } });
  const subgraph = table({ [SUBGRAPH_METADATA.inputs]: { ref: vector([input]) } });
  const root = table({
    [MODEL_METADATA.name]: { ref: string(name) },
    [MODEL_METADATA.subgraphs]: { ref: vector([subgraph]) },
  });
  return layOut(root, 'M001');
};

/**
 * The model with a `TFLITE_METADATA` entry: a new root, buffer list and metadata list in front of the old bytes, which stay
 * as they are. The prefix is a multiple of 64 bytes, so the weights keep their alignment.
 * @param {Uint8Array} model
 * @param {Uint8Array} metadata
 */
export const addMetadata = (model, metadata) => {
  const from = reader(model);
  if (from.identifier() !== 'TFL3') throw new Error('not a TFLite model: the identifier TFL3 is missing');
  const root = from.root();
  const bufferTables = from.elements(from.reference(root, MODEL.buffers)).map(old);
  const metadataAt = from.reference(root, MODEL.metadata);
  const entries = metadataAt === null ? [] : from.elements(metadataAt).map(old);

  const buffer = table({ 0: { ref: bytes16(metadata) } });
  const entry = table({ 0: { ref: string('TFLITE_METADATA') }, 1: { u32: bufferTables.length } });
  const fields = {
    [MODEL.version]: { u32: from.uint(root, MODEL.version) },
    [MODEL.buffers]: { ref: vector([...bufferTables, buffer]) },
    [MODEL.metadata]: { ref: vector([...entries, entry]) },
  };
  for (const field of [
    MODEL.operatorCodes,
    MODEL.subgraphs,
    MODEL.description,
    MODEL.metadataBuffer,
    MODEL.signatures,
  ]) {
    const at = from.reference(root, field);
    if (at !== null) fields[field] = { ref: old(at) };
  }
  const prefix = layOut(table(fields), 'TFL3', 64);
  const result = new Uint8Array(prefix.length + model.length);
  result.set(prefix);
  result.set(model, prefix.length);
  return result;
};
