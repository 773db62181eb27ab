import type { ChipVerdict, ModelRunner } from './chips';
import { fastest } from './chips';
import type { Graphics } from './graphics';
import { POSE_MODELS } from '../../workers/protocol';
import { table } from './table';

/** What runs a model, and where: the processor is not worth a word. */
export const placeOf = ({ engine, delegate }: Pick<ModelRunner, 'engine' | 'delegate'>): string =>
  delegate === 'GPU' ? `${engine}, graphics chip` : engine;

/** What the browser draws with, as the end of "headless Chromium …". */
export const graphicsInWords = ({ mediapipe: chip }: Graphics): string =>
  chip.kind === 'chip' ? `with a graphics chip (${chip.name})` : 'without a graphics chip';

type Row = ModelRunner & { readonly inferenceMs: number };

/** Nothing where no graphics chip was measured. */
export const chipRatios = (engines: readonly Row[]): string => {
  const on = (delegate: Row['delegate']) => engines.filter((row) => row.delegate === delegate);
  const rows = on('GPU').map((chip) => {
    const processor = fastest(on('CPU'), chip.engine, chip.model);
    const ratio =
      processor === undefined ? 'not measured' : (processor.inferenceMs / chip.inferenceMs).toFixed(2);
    return [chip.engine, chip.model, ratio];
  });
  if (rows.length === 0) return '';
  return `

Graphics chip: the processor's time for a picture to the chip's with the same engine, more than 1 where the chip is faster.

${table(['engine', 'model', 'processor to chip'], rows)}`;
};

/** What came of the graphics chip with each engine and model: the rows above have its times, this says why there is none. */
export const chipsTable = (
  chips: readonly ChipVerdict[],
): string => `The graphics chip is used only where it gets the picture with known landmarks right, and soon enough, as in the app:

${table(
  ['engine', 'model', 'graphics chip'],
  chips.map(({ engine, model, words }) => [engine, model ?? POSE_MODELS.join(', '), words]),
)}`;
