/** A foot goes to a place within a span, gently at both ends; lifted in between. Seconds and body lengths. */
export interface FootStep {
  readonly foot: 'left' | 'right';
  readonly fromS: number;
  readonly toS: number;
  readonly to: number;
}

export interface Feet {
  readonly left: number;
  readonly right: number;
  readonly lifted: { readonly left: number; readonly right: number };
}

const LIFT = 0.03;

/** Where both feet are at a moment of a script. */
export const feetAt = (
  start: { left: number; right: number },
  steps: readonly FootStep[],
  t: number,
): Feet => {
  const place = { ...start };
  const lifted = { left: 0, right: 0 };
  for (const step of steps) {
    if (t <= step.fromS) continue;
    const s = Math.min(1, (t - step.fromS) / (step.toS - step.fromS));
    place[step.foot] += (step.to - place[step.foot]) * (10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5);
    lifted[step.foot] = LIFT * Math.sin(Math.PI * s) ** 2;
  }
  return { ...place, lifted };
};

/** Steps to one side: lead foot out, trail foot after it. Returns the script and its true repetitions. */
export const lateralSteps = (
  start: { left: number; right: number },
  plan: readonly { side: 'left' | 'right'; way: number; lastsS: number; pauseS: number }[],
  firstS = 2,
): { steps: FootStep[]; reps: { side: 'left' | 'right'; startS: number; endS: number }[] } => {
  const place = { ...start };
  const steps: FootStep[] = [];
  const reps: { side: 'left' | 'right'; startS: number; endS: number }[] = [];
  let t = firstS;
  for (const { side, way, lastsS, pauseS } of plan) {
    const trail = side === 'left' ? 'right' : 'left';
    const by = side === 'left' ? way : -way;
    place[side] += by;
    place[trail] += by;
    steps.push({ foot: side, fromS: t, toS: t + 0.45 * lastsS, to: place[side] });
    steps.push({ foot: trail, fromS: t + 0.52 * lastsS, toS: t + lastsS, to: place[trail] });
    reps.push({ side, startS: t, endS: t + lastsS });
    t += lastsS + pauseS;
  }
  return { steps, reps };
};
