import { useEffect, useState } from 'preact/hooks';
import { TickIcon, UnseenIcon } from '../components/icons';
import { Page } from '../components/page';
import { spoken, words } from '../language';
import { probeAbilities, type Ability, type BrowserScope } from '../model/abilities';
import '../components/panel.css';
import './browser.css';

/** What is missing in this browser and what that means; what the page can see. */
export function BrowserScreen({ scope = globalThis }: { scope?: BrowserScope }) {
  const [found, setFound] = useState<readonly Ability[]>([]);
  useEffect(() => {
    void probeAbilities(scope, spoken.value).then(setFound);
  }, [scope]);
  return (
    <Page title={words.browserPage.title} lead={words.browserPage.lead}>
      <div class="browser-parts">
        <ul class="abilities panel">
          {found.map((ability) => (
            <AbilityLine key={ability.id} ability={ability} />
          ))}
        </ul>
        <List title={words.browserPage.sees} lines={words.browserPage.seen} />
        <List title={words.browserPage.seesNot} lines={words.browserPage.unseen} />
      </div>
      <p>
        <a class="link-line" href="licences.txt">
          {words.browserPage.licences}
        </a>
      </p>
    </Page>
  );
}

function AbilityLine({ ability: { id, isThere } }: { ability: Ability }) {
  const { name, there, missing } = words.abilities[id];
  return (
    <li class={isThere ? 'ability' : 'ability is-missing'}>
      {isThere ? <TickIcon /> : <UnseenIcon />}
      <div>
        <strong>
          {name}
          <span class="visually-hidden">
            : {isThere ? words.browserPage.there : words.browserPage.missing}
          </span>
        </strong>
        <p class="soft">{isThere ? there : missing}</p>
      </div>
    </li>
  );
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      <ul class="browser-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
