import { LANDMARK } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { SIDES, type Side } from '../../src/core/units';

/** The person of a picture with these arms held up: as high above the nose as the nose is above the shoulders. */
export function withRaisedArms(pose: PoseFrame, hands: readonly Side[]): PoseFrame {
  const image = pose.landmarks?.image.slice() ?? new Float32Array();
  const y = (name: keyof typeof LANDMARK) => LANDMARK[name] * IMAGE_STRIDE + 1;
  for (const side of SIDES) {
    const [nose = 0, shoulder = 0] = [image[y('nose')], image[y(`${side}-shoulder`)]];
    const isUp = hands.includes(side);
    image.set([isUp ? 2 * nose - shoulder : shoulder + 0.2, 0, 0.9], y(`${side}-wrist`));
    image.set([isUp ? nose : shoulder + 0.1, 0, 0.9], y(`${side}-elbow`));
  }
  return { ...pose, landmarks: { image, world: pose.landmarks?.world ?? new Float32Array() } };
}
