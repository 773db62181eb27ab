import { useEffect, useState } from 'preact/hooks';
import type { StorageUse } from '../../../storage/storage-use';
import { Button } from '../../components/button';
import { Select } from '../../components/choice';
import { words } from '../../language';
import { bytes } from '../../model/format';
import type { StartServices } from '../../services';

/** How many sessions' stick figures are kept, at choice. */
const FIGURES = [200, 50, 20, 5, 0] as const;
const ALL = 'all';

/** How much is kept, whether it is safe, and how much of it the person wants. */
export function Storage({ services }: { services: Pick<StartServices, 'storage' | 'settings'> }) {
  const { keptFigures } = services.settings.current.value;
  return (
    <section class="panel storage" aria-label={words.storing.title}>
      <h2>{words.storing.title}</h2>
      <Use storage={services.storage} />
      <div>
        <Select
          label={words.storing.figures}
          value={keptFigures === null ? ALL : String(keptFigures)}
          options={[
            { value: ALL, name: words.storing.figuresAll },
            ...FIGURES.map((sessions) => ({
              value: String(sessions),
              name: words.storing.figuresSome(sessions),
            })),
          ]}
          onChange={(value) => {
            services.settings.change({ keptFigures: value === ALL ? null : Number(value) });
          }}
        />
        <p class="soft small">{words.storing.figuresAbout}</p>
      </div>
    </section>
  );
}

function Use({ storage }: Pick<StartServices, 'storage'>) {
  const [use, setUse] = useState<StorageUse | null>(null);
  const [isRefused, refuse] = useState(false);
  useEffect(() => {
    void storage.use().then(setUse);
  }, [storage]);
  if (use === null) return <div />;
  const ask = async () => {
    const isPersistent = await storage.askPersistence();
    refuse(!isPersistent);
    setUse({ ...use, isPersistent });
  };
  return (
    <div>
      <p>{usedWords(use)}</p>
      <p class="soft" role="status">
        {use.isPersistent
          ? words.storing.persistent
          : isRefused
            ? words.storing.refused
            : words.storing.notPersistent}
      </p>
      {use.isPersistent ? null : <Button onClick={() => void ask()}>{words.storing.ask}</Button>}
    </div>
  );
}

function usedWords({ usedBytes, quotaBytes }: StorageUse): string {
  if (usedBytes === null) return words.storing.unknown;
  return quotaBytes === null
    ? words.storing.usedOnly(bytes(usedBytes))
    : words.storing.used(bytes(usedBytes), bytes(quotaBytes));
}
