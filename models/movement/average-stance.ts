import { BODY_MIRROR, BODY_VECTOR_LENGTH } from '../../src/core/movement/body-vector';
import { ownStanceOf } from '../../src/core/movement/features';
import { DATA_MODELS, type Clip } from './dataset';
import { trackPoses } from '../../src/core/body/track-poses';

/** Mean quiet stance of all persons, levelled, in body lengths, made symmetric: stands in where none was seen. */
export function averageStance(clips: readonly Clip[]): Float32Array {
  const sum = new Float64Array(BODY_VECTOR_LENGTH);
  let count = 0;
  for (const clip of clips)
    for (const model of DATA_MODELS) {
      const stance = trackPoses(clip.poses[model]).at(-1)?.stance;
      const own = stance && ownStanceOf(stance);
      if (!own) continue;
      for (let i = 0; i < BODY_VECTOR_LENGTH; i++) sum[i]! += own.values[i]!;
      count++;
    }
  return Float32Array.from(sum, (value, i) => {
    const twin = sum[BODY_MIRROR.from[i] ?? i] ?? 0;
    return (value + twin * (BODY_MIRROR.sign[i] ?? 1)) / 2 / Math.max(1, count);
  });
}
