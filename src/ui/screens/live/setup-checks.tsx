import { TickIcon } from '../../components/icons';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';
import { SETUP_CHECKS } from '../../model/setup-gate';

/** What is checked before work begins. What to do about the first open one stands in the banner, large. */
export function SetupChecks({ live }: { live: LiveController }) {
  const { checks } = live.gate.value;
  const isLying = live.definition.value?.view === 'lying-side';
  const texts = isLying ? words.setupLying : words.setup;
  return (
    <ul class="checks" aria-label={words.hud.setUp}>
      {SETUP_CHECKS.map((id) => (
        <li key={id} class={`check check-${checks[id]}`}>
          <span class="check-sign">{checks[id] === 'ok' ? <TickIcon /> : null}</span>
          {texts[id].label}
          <span class="visually-hidden">: {words.hud.checks[checks[id]]}</span>
        </li>
      ))}
      {isLying ? null : <HandsCheck live={live} />}
    </ul>
  );
}

const SIGN_OF_PROOF = { open: 'waiting', proved: 'ok', doubted: 'todo' } as const;

/** The one check that may be left out. */
function HandsCheck({ live }: { live: LiveController }) {
  const { proof } = live.hands.value;
  return (
    <li class={`check check-${SIGN_OF_PROOF[proof]}`}>
      <span class="check-sign">{proof === 'proved' ? <TickIcon /> : null}</span>
      {words.hands[proof]}
    </li>
  );
}
