import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exercises } from '../../src/exercises/registry';
import { isInProgramme } from '../../src/core/exercise/definition';
import type { AutoResult, IdleResult, OwnResult } from './evaluation';
import { joinErrors } from './measure-errors';
import { errorPlot } from './plots';
import type { RealMotionScore } from './real-motion';
import { coverageSection } from './report-coverage';
import { realMotionSection, realSection } from './report-real';
import { LIMITS, METHOD } from './report-text';
import {
  autoSection,
  clipSection,
  exerciseSection,
  harderSection,
  idleSection,
  ofExercise,
  overallSection,
  startSection,
} from './report-sections';

export interface Results {
  readonly own: readonly OwnResult[];
  readonly idle: readonly IdleResult[];
  readonly auto: readonly AutoResult[];
  readonly realMotion: readonly RealMotionScore[];
  /** Null: geometry alone. */
  readonly movementId: string | null;
}

const DOCS = resolve(import.meta.dirname, '../../docs');

/** Writes docs/accuracy.md and its plots. */
export const writeReport = (results: Results): void => {
  const plots = join(DOCS, 'accuracy');
  mkdirSync(plots, { recursive: true });
  const byExercise = exercises.filter(isInProgramme).map(({ id }) => {
    const own = ofExercise(id, results.own);
    if (own.length === 0) return '';
    const name = exercises.find((exercise) => exercise.id === id)?.text.name ?? id;
    const svg = errorPlot(name, joinErrors(own.map((result) => result.errors)));
    if (svg) writeFileSync(join(plots, `${id}.svg`), svg);
    const picture = svg
      ? `\n\n![${name}: how the errors of its measures are spread](accuracy/${id}.svg)`
      : '';
    return `### ${name}\n\n${exerciseSection(id, results.own)}${picture}`;
  });
  writeFileSync(join(DOCS, 'accuracy.md'), page(results, byExercise.filter(Boolean).join('\n\n')));
  console.log('wrote docs/accuracy.md');
};

const page = (results: Results, byExercise: string): string =>
  `${[head(results), METHOD, rendered(results, byExercise), others(results), LIMITS].join('\n\n')}\n`;

const head = ({ movementId }: Results): string => `# Accuracy

How right Hipline is, measured on clips with truth. This page is written by \`npm run evaluate -- … --write\`; do not edit it by hand.

Movement model: ${movementId === null ? 'none (geometry alone)' : `\`${movementId}\``}.`;

/** Rendered people: who does the selected exercise, as recorded and made harder. */
const rendered = ({ own }: Results, byExercise: string): string => `## All exercises, as recorded

${overallSection(own)}

## By exercise

Full model, as recorded; all rendered clips together.

${byExercise}

## How honest the ± is

Every number that the app states for a repetition has a ±, which should hold 68 % of the truths, and a reach that should hold 95 % (in the tables, the CSV file and on paper). Here is how often the truth lay within them: as the repetition was counted (*live*), and as it is kept
after the set (*kept*; a file gives the same). Only people who are in no weights.

The knee of a curtsy has no normal errors: most lunges are read closer than the judge thinks, and a knee that fell inward in every lunge of its side is taken for a knee that looks so. Its ± and its reach of 95 % are two factors of the judge's deviation (\`reach\` in \`src/core/exercise/lunge-knee.ts\`), measured on these people; fitted on a random half of them they held for 68 ± 8 % and 94 ± 4 % of the other half. Hip drops of curtsies and band steps are stated wider than needed here: none of these sets has a drop in it, so nothing says how far their ± may be narrowed.

${coverageSection(own)}

## Made harder

The same clips thinned to 10 frames a second, with 30 % of the frames lost at random, and in the mirror.

${harderSection(own)}

## Starts at go

The same clips cut 0.1 s before the first repetition or hold: nobody is seen standing still before it. Every repetition must count, the first one included.

${startSection(own, 'at go')}

## Starts in mid-movement

Cut within the first repetition (a quarter of it gone; what is left of it is not scored) or hold (1 s gone; what is left of it is).

${startSection(own, 'in mid-movement')}`;

/** Who does something else, and who is real. */
const others = ({ own, idle, auto, realMotion }: Results): string => `## Nobody does the selected exercise

${idleSection(idle)}

## Auto

${autoSection(auto)}

## Real motion

Rendered bodies that move as five real people did: Vicon recordings of UI-PRMD (public domain), random bodies, rooms and cameras. Nobody in them does one of the five exercises; a step over a hurdle is the nearest to a march: a lift of the hip
to 60° and more counts as whole, up to 48° not, between them it is not scored. A drop is what the pelvis sank below the own quiet stance on the lifted side: true from 7°, none up to 4°.
Who raises a straight leg stands on the other one: a single-leg stand counted there is no mistake.

${realMotionSection(realMotion)}

## Real people

Landmarks measured with the full model from public footage; what happens in them was written down by eye (±0.3 s). Most show other exercises: there, nothing may be counted.

${realSection(idle, auto, own)}

## Clip by clip

Development clips and fixtures; of the training set only those that are not exact.

${clipSection(own)}`;
