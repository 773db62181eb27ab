/** Truth columns after the landmarks, with their scales. Angles in degrees, signs as everywhere. */
export const TRUTH_COLUMNS = [
  ['pelvisObliquity', 100],
  ['trunkLean', 100],
  ['fppaLeft', 100],
  ['fppaRight', 100],
  ['fppaLeftValid', 1],
  ['fppaRightValid', 1],
  ['hipFlexionLeft', 100],
  ['hipFlexionRight', 100],
  ['kneeFlexionLeft', 100],
  ['kneeFlexionRight', 100],
  ['loaded', 1],
  ['repIndex', 1],
] as const;
export type TruthName = (typeof TRUTH_COLUMNS)[number][0];

/** One array per truth column; NaN where there is none. */
export type Truth = Readonly<Record<TruthName, Float32Array>>;
