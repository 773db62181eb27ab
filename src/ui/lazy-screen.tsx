import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AdviceBox } from './components/advice-box';
import { Button } from './components/button';
import { Page } from './components/page';
import { words } from './language';

/** A screen that is loaded when it is shown first, or before, when there is time: the start waits for none of it. */
export interface LazyScreen<Props extends object> {
  readonly Screen: ComponentType<Props>;
  /** Loads it without showing it. Never rejects: showing it tells what is wrong. */
  preload(): Promise<void>;
}

/** What stands in its place while it is fetched, and where it cannot be. */
interface Standin {
  readonly Waiting: ComponentType;
  readonly Missing: ComponentType;
}

const SCREEN: Standin = { Waiting: () => <main aria-busy="true" />, Missing: PageMissing };

/** For a part of a screen that stands. */
export const PART: Standin = { Waiting: () => null, Missing: PartMissing };

export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { Waiting, Missing }: Standin = SCREEN,
): LazyScreen<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  // After a failure the next attempt asks anew.
  const loadOnce = (): Promise<void> =>
    (loading ??= load().then(
      (component) => {
        loaded = component;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    ));
  function Screen(props: Props) {
    const [, showLoaded] = useState(loaded !== null);
    const [hasFailed, fail] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      loadOnce().then(
        () => {
          showLoaded(true);
        },
        () => {
          fail(true);
        },
      );
    }, []);
    if (hasFailed) return <Missing />;
    const Loaded = loaded;
    return Loaded === null ? <Waiting /> : <Loaded {...props} />;
  }
  return { Screen, preload: () => loadOnce().catch(() => undefined) };
}

function PageMissing() {
  return (
    <Page title="Hipline">
      <PartMissing />
    </Page>
  );
}

function PartMissing() {
  return (
    <AdviceBox advice={words.partMissing}>
      <Button
        kind="main"
        onClick={() => {
          location.reload();
        }}
      >
        {words.partMissing.reload}
      </Button>
    </AdviceBox>
  );
}
