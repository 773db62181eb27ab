import type { LandmarkName } from '../../core/pose/landmark';
import { drawDot, drawLine, type Layer } from '../draw';
import { seen } from '../scene';

/** Quiet bones: what the app believes it sees. Hips and legs are drawn by their own layers. */
const BONES: readonly (readonly [LandmarkName, LandmarkName])[] = [
  ['left-shoulder', 'right-shoulder'],
  ['left-shoulder', 'left-elbow'],
  ['left-elbow', 'left-wrist'],
  ['right-shoulder', 'right-elbow'],
  ['right-elbow', 'right-wrist'],
  ['left-shoulder', 'left-hip'],
  ['right-shoulder', 'right-hip'],
  ['left-ankle', 'left-foot-index'],
  ['right-ankle', 'right-foot-index'],
];

const JOINTS: readonly LandmarkName[] = [
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-wrist',
  'right-wrist',
];

export const skeletonLayer: Layer = (context, scene) => {
  for (const [from, to] of BONES) {
    const [a, b] = [seen(scene, from), seen(scene, to)];
    if (a && b) drawLine(context, scene, [a, b], { colour: scene.palette.bone, width: scene.stroke * 0.55 });
  }
  for (const name of JOINTS) {
    const at = seen(scene, name);
    if (at) drawDot(context, scene, at, scene.stroke * 0.55, scene.palette.joint);
  }
};
