import { ComparedSkeletons } from '../../components/compared-reps';
import type { LiveController } from '../../live/controller';

/** What the set that was just done came to, as it is said: what was good, and what to change. */
export function ToldSentences({ live }: { live: LiveController }) {
  const { good, change } = live.debrief.value;
  return (
    <>
      {good === null ? null : <p class="told told-good">{good}</p>}
      {change === null ? null : <p class="told">{change}</p>}
    </>
  );
}

/** Its worst repetition beside the best one; nothing where there are no two to compare. */
export function ToldSkeletons({ live }: { live: LiveController }) {
  const compared = live.compared.value;
  const view = live.definition.value?.view ?? 'standing-front';
  return compared === null ? null : <ComparedSkeletons compared={compared} view={view} />;
}
