import { useMemo } from 'preact/hooks';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { CurvesRecord } from '../../core/session/record';
import type { Curve } from '../charts/curve';
import { CurveChart } from '../charts/curve-chart';
import { faultLimitDeg } from '../model/fault-limit';
import type { JudgedRep, SetReview } from '../model/review-view';

interface SetCurvesProps {
  readonly curves: CurvesRecord;
  readonly review: SetReview;
  readonly definition: ExerciseDefinition | null;
  readonly chosen: JudgedRep | null;
}

/** What was measured over the set: pelvis and knees for standing work, the body line for lying work. */
export function SetCurves({ curves, review, definition, chosen }: SetCurvesProps) {
  const common = { timesS: curves.t, reps: review.reps, chosen };
  const shown = useMemo(() => curvesOf(curves), [curves]);
  if (definition?.view === 'lying-side') {
    return (
      <div class="charts">
        <CurveChart
          {...common}
          title="Body line"
          reading="degrees; up: hips sag toward the floor"
          curves={shown.body}
          fault="hip-drop"
          faultDeg={faultLimitDeg(definition, 'hip-drop')}
          isSymmetric
        />
      </div>
    );
  }
  return (
    <div class="charts">
      <CurveChart
        {...common}
        title="Pelvis"
        reading="against your own stance, degrees; up: right side higher"
        curves={shown.pelvis}
        fault="hip-drop"
        faultDeg={faultLimitDeg(definition, 'hip-drop')}
        isSymmetric
      />
      <CurveChart
        {...common}
        title="Knees"
        reading="off the line from hip to foot, degrees; up: inward"
        curves={shown.knees}
        fault="knee-collapse"
        faultDeg={faultLimitDeg(definition, 'knee-collapse')}
        isSymmetric={false}
      />
    </div>
  );
}

function curvesOf(curves: CurvesRecord): Readonly<Record<'pelvis' | 'knees' | 'body', readonly Curve[]>> {
  const one = (name: string, values: readonly (number | null)[], isSecond = false): Curve => ({
    name,
    colour: isSecond ? '--second' : '--accent',
    isDashed: isSecond,
    values,
  });
  return {
    pelvis: [one('Pelvis', curves.pelvisObliquityDeg)],
    knees: [one('Left knee', curves.kneeFppaDeg.left), one('Right knee', curves.kneeFppaDeg.right, true)],
    body: [one('Body line', curves.bodyLineDeg)],
  };
}
