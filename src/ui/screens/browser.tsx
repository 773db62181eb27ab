import { useEffect, useState } from 'preact/hooks';
import { TickIcon, UnseenIcon } from '../components/icons';
import { Page } from '../components/page';
import { abilities, browserPage } from '../messages/abilities';
import { probeAbilities, type Ability, type BrowserScope } from '../model/abilities';
import './browser.css';

/** What is missing in this browser and what that means; what the page can see. */
export function BrowserScreen({ scope = globalThis }: { scope?: BrowserScope }) {
  const [found, setFound] = useState<readonly Ability[]>([]);
  useEffect(() => {
    void probeAbilities(scope).then(setFound);
  }, [scope]);
  return (
    <Page title={browserPage.title} lead={browserPage.lead}>
      <ul class="abilities panel">
        {found.map((ability) => (
          <AbilityLine key={ability.id} ability={ability} />
        ))}
      </ul>
      <List title={browserPage.sees} lines={browserPage.seen} />
      <List title={browserPage.seesNot} lines={browserPage.unseen} />
      <p>
        <a href="licences.txt">{browserPage.licences}</a>
      </p>
    </Page>
  );
}

function AbilityLine({ ability: { id, isThere } }: { ability: Ability }) {
  const { name, there, missing } = abilities[id];
  return (
    <li class={isThere ? 'ability' : 'ability is-missing'}>
      {isThere ? <TickIcon /> : <UnseenIcon />}
      <div>
        <strong>
          {name}
          <span class="visually-hidden">: {isThere ? browserPage.there : browserPage.missing}</span>
        </strong>
        <p class="soft">{isThere ? there : missing}</p>
      </div>
    </li>
  );
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
