import { useState } from 'preact/hooks';
import type { ExerciseDefinition } from '../../../core/exercise/definition';
import {
  PRESCRIPTION_BOUNDS,
  type OwnPrescription,
  type PrescribedNumber,
} from '../../../core/exercise/own-prescription';
import { SIDES } from '../../../core/units';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Stepper } from '../../components/stepper';
import { words } from '../../language';
import type { SettingsModel } from '../../services';
import './own-plan.css';

interface OwnPlanProps {
  /** As the person does it now. */
  readonly definition: ExerciseDefinition;
  readonly settings: SettingsModel;
}

/** Repetitions, sets, rest, order and first side, otherwise than prescribed; kept for every time after this one. */
export function OwnPlan({ definition, settings }: OwnPlanProps) {
  const { id, prescription } = definition;
  const { [id]: own = {}, ...others } = settings.current.value.prescriptions;
  const isOwn = Object.keys(own).length > 0;
  // Opened and closed by the person from then on.
  const [wasOwn] = useState(isOwn);
  const change = (part: OwnPrescription) => {
    settings.change({ prescriptions: { ...others, [id]: { ...own, ...part } } });
  };
  const amount = prescription.kind === 'hold' ? ('holdS' as const) : ('reps' as const);
  const number = (what: PrescribedNumber, value: number) => (
    <OwnNumber
      what={what}
      value={value}
      onChange={(wanted) => {
        change({ [what]: wanted });
      }}
    />
  );
  return (
    <details class="own-plan" open={wasOwn}>
      <summary>{words.ownPlan.title}</summary>
      <div class="own-numbers">
        {number(amount, prescription.kind === 'hold' ? prescription.holdS : prescription.reps)}
        {number('sets', prescription.sets)}
        {number('restS', prescription.restS)}
      </div>
      {prescription.kind === 'reps' ? (
        <Choice
          legend={words.ownPlan.order}
          name="order"
          value={prescription.order}
          options={orders()}
          onChange={(order) => {
            change({ order });
          }}
        />
      ) : null}
      <Choice
        legend={words.ownPlan.firstSide}
        name="first-side"
        value={prescription.firstSide}
        options={SIDES.map((value) => ({ value, name: words.sides[value] }))}
        onChange={(firstSide) => {
          change({ firstSide });
        }}
      />
      <Button
        disabled={!isOwn}
        onClick={() => {
          settings.change({ prescriptions: others });
        }}
      >
        {words.ownPlan.reset}
      </Button>
    </details>
  );
}

const orders = () =>
  [
    { value: 'each-side', name: words.ownPlan.eachSide },
    { value: 'alternating', name: words.ownPlan.alternating },
  ] as const;

interface OwnNumberProps {
  readonly what: PrescribedNumber;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const OwnNumber = ({ what, value, onChange }: OwnNumberProps) => (
  <div class="own-number">
    <span>{words.ownPlan[what]}</span>
    <Stepper label={words.ownPlan[what]} value={value} {...PRESCRIPTION_BOUNDS[what]} onChange={onChange} />
  </div>
);
