/** Keeps what members know after the first stage of a training, so that trainings which differ in the second need it once. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';

export interface FirstStage {
  /** Gives a model what this member knows. @returns whether it was kept */
  restore(member: number, model: tf.LayersModel): boolean;
  keep(member: number, model: tf.LayersModel): void;
}

/** A folder with a file for each member. */
export function firstStageIn(folder: string): FirstStage {
  mkdirSync(folder, { recursive: true });
  const memberFile = (member: number): string => join(folder, `member-${member + 1}.json`);
  return {
    restore: (member, model) => {
      if (!existsSync(memberFile(member))) return false;
      const kept = JSON.parse(readFileSync(memberFile(member), 'utf8')) as number[][];
      const weights = model.getWeights();
      model.setWeights(weights.map((weight, i) => tf.tensor(kept[i]!, weight.shape)));
      return true;
    },
    keep: (member, model) => {
      const weights = model.getWeights().map((weight) => [...weight.dataSync<'float32'>()]);
      writeFileSync(memberFile(member), JSON.stringify(weights));
    },
  };
}
