/**
 * Fits how the front knee of a lunge is read (`src/core/exercise/lunge-knee.ts`): the weights that tell a repetition from the
 * person's others with the least noise, without much of an offset between persons.
 *
 *   node scripts/run.mjs models/movement/fit-lunge-knee.ts DATA [WEIGHTS]
 */
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { measureFrame } from '../../src/core/kinematics/measure';
import { trackPoses } from '../../src/core/body/track-poses';
import type { Attempt } from '../../src/core/exercise/attempt';
import {
  isAtBottom,
  LUNGE_KNEE_TERMS,
  lungeKneeTerms,
  type LungeKneeTerms,
} from '../../src/core/exercise/lunge-knee';
import { sustainedPeak } from '../../src/core/judge/sustained-peak';
import { deg, millis, type Millis, type Side } from '../../src/core/units';
import { estimateClip } from './calibrate';
import { DATA_MODELS, readDataset, type Clip, type DataModel, type TruthRep } from './dataset';
import { contrastWeights, dot } from './contrast';
import { fitReadings } from './fit-readings';
import { openModel } from './model-files';

/** Only whole lunges are judged. */
const FULL_DEG = 60;

interface Lunge {
  readonly recording: string;
  /** A regular set of somebody the network was not trained on. */
  readonly isUnknown: boolean;
  readonly side: Side;
  readonly endS: number;
  readonly truthDeg: number;
  /** Mean over the bottom of the lunge. */
  readonly terms: LungeKneeTerms;
  /** Frame by frame there. */
  readonly bottom: readonly { readonly timestampMs: Millis; readonly terms: LungeKneeTerms }[];
}

export async function main([data, weights = 'models/movement/weights']: readonly string[]): Promise<number> {
  if (!data) {
    console.error('usage: fit-lunge-knee.ts DATA [WEIGHTS]');
    return 2;
  }
  const estimator = await openModel(weights);
  const lunges: Lunge[] = [];
  for (const clip of readDataset(data, ({ exercise }) => exercise === 'curtsy_lunge')) {
    for (const model of DATA_MODELS) {
      const estimates = estimateClip(estimator, clip.poses[model]);
      const frames = trackPoses(clip.poses[model]).map((tracked, i) =>
        measureFrame(tracked, estimates[i] ?? null),
      );
      lunges.push(...clip.reps.flatMap((rep) => lungeOf(clip, model, rep, frames)));
    }
  }
  const pictureTerms = LUNGE_KNEE_TERMS.filter((term) => !term.startsWith('read'));
  const picture = fit(lunges, (one) => pictureTerms.map((term) => one.terms[term]));
  const seenBy = ({ terms }: Lunge): number =>
    dot(
      picture,
      pictureTerms.map((term) => terms[term]),
    );
  // Of people it was trained on, the network knows more than it will know of anybody else.
  const unknown = lunges.filter(({ isUnknown }) => isUnknown);
  const [share = 0, ...network] = fit(unknown, (one) => [seenBy(one), one.terms.read, one.terms.readSd]);
  const all = [...picture.map((weight) => weight * share), ...network];
  console.log(Object.fromEntries(LUNGE_KNEE_TERMS.map((term, i) => [term, round(all[i] ?? 0)])));
  const readings = unknown.map((one) => ({ ...one, peakDeg: readPeak(one, all) }));
  const recordings = [...new Set(unknown.map(({ recording }) => recording))];
  console.log(fitReadings(recordings.map((name) => readings.filter(({ recording }) => recording === name))));
  return 0;
}

/** What the judge reads of a lunge with these weights: the sustained peak at its bottom. */
function readPeak({ bottom }: Lunge, weights: readonly number[]): number {
  const course = bottom.map(({ timestampMs, terms }) => ({
    timestampMs,
    estimate: {
      deg: deg(
        dot(
          weights,
          LUNGE_KNEE_TERMS.map((term) => terms[term]),
        ),
      ),
      sd: deg(0),
    },
  }));
  return sustainedPeak(course)?.deg ?? Number.NaN;
}

function lungeOf(clip: Clip, model: DataModel, rep: TruthRep, frames: readonly KinematicFrame[]): Lunge[] {
  const { startS, endS, loadedSide: side } = rep;
  const truthDeg = side && rep.fppaDeg[side];
  if (!side || truthDeg === null) return [];
  const isWithin = (ms: number | undefined): boolean =>
    ms !== undefined && ms >= startS * 1000 && ms <= endS * 1000;
  const knee = side === 'left' ? clip.truth.kneeFlexionLeft : clip.truth.kneeFlexionRight;
  const depth = Math.max(
    ...clip.poses[model].flatMap((pose, i) => (isWithin(pose.timestampMs) ? [knee[i] ?? 0] : [])),
  );
  const bottom = bottomOf(
    frames.filter(({ timestampMs, source }) => isWithin(timestampMs) && source === 'movement-model'),
    side,
  );
  const terms = meanTerms(bottom.map((one) => one.terms));
  return terms && depth >= FULL_DEG
    ? [
        {
          recording: `${clip.id} ${model}`,
          isUnknown: clip.split === 'val' && clip.kind === 'regular',
          side,
          endS,
          truthDeg,
          terms,
          bottom,
        },
      ]
    : [];
}

/** The frames in which the judge looks at the front knee. */
function bottomOf(frames: readonly KinematicFrame[], side: Side): Lunge['bottom'] {
  const [first, last] = [frames[0], frames.at(-1)];
  if (!first || !last) return [];
  const attempt: Attempt = {
    side,
    startMs: first.timestampMs,
    peakMs: first.timestampMs,
    peak: 0,
    endMs: last.timestampMs,
    frames,
    restedMs: millis(0),
  };
  return frames
    .filter((frame) => isAtBottom(frame, attempt))
    .flatMap((frame) => {
      const terms = lungeKneeTerms(frame, side);
      const isKnown = terms !== null && Object.values(terms).every(Number.isFinite);
      return isKnown ? [{ timestampMs: frame.timestampMs, terms }] : [];
    });
}

/** With fewer frames the bottom was hardly seen. */
const LEAST_FRAMES = 3;

function meanTerms(all: readonly LungeKneeTerms[]): LungeKneeTerms | null {
  if (all.length < LEAST_FRAMES) return null;
  return Object.fromEntries(
    LUNGE_KNEE_TERMS.map((term) => [term, all.reduce((sum, terms) => sum + terms[term], 0) / all.length]),
  ) as LungeKneeTerms;
}

/** Weights of the terms, from the repetitions of each side of each recording. */
function fit(lunges: readonly Lunge[], rowOf: (lunge: Lunge) => readonly number[]): number[] {
  const bySide = new Map<string, Lunge[]>();
  for (const one of lunges) {
    const key = `${one.recording} ${one.side}`;
    bySide.set(key, [...(bySide.get(key) ?? []), one]);
  }
  return contrastWeights(
    [...bySide.values()].map((group) => ({
      rows: group.map(rowOf),
      truths: group.map(({ truthDeg }) => truthDeg),
    })),
  );
}

const round = (value: number): number => Number(value.toPrecision(3));
