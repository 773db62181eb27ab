import { TickIcon } from '../../components/icons';
import type { LiveController } from '../../live/controller';
import { setup, setupLying } from '../../messages/en';
import { SETUP_CHECKS } from '../../model/setup-gate';

const STATE_WORDS = { ok: 'done', todo: 'to do', waiting: 'waiting' } as const;

/** What is checked before work begins. What to do about the first open one stands in the banner, large. */
export function SetupChecks({ live }: { live: LiveController }) {
  const { checks } = live.gate.value;
  const texts = live.definition.value?.view === 'lying-side' ? setupLying : setup;
  return (
    <ul class="checks" aria-label="Set-up">
      {SETUP_CHECKS.map((id) => (
        <li key={id} class={`check check-${checks[id]}`}>
          <span class="check-sign">{checks[id] === 'ok' ? <TickIcon /> : null}</span>
          {texts[id].label}
          <span class="visually-hidden">: {STATE_WORDS[checks[id]]}</span>
        </li>
      ))}
    </ul>
  );
}
