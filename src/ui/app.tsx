// First: it sets the order of the cascade's layers.
import './theme/index.css';
import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { EmptyState, Page } from './components/page';
import { ExerciseFigure } from './figures/exercise-figure';
import { spoken, words } from './language';
import { describePage } from './page-head';
import type { Route, Router } from './router';
import { ChooseScreen } from './screens/choose';
import { createScreens, type Screens } from './screens/lazy';
import type { AppServices } from './services';

/** The whole app: one screen per route. A new route starts at the top of the page. */
export function App({ router, services }: { router: Router; services: AppServices }) {
  const route = router.route.value;
  const screens = useMemo(() => createScreens(services), [services]);
  useEffect(() => screens.preloadWhenIdle(), [screens]);
  const language = spoken.value;
  const isSettingsOpen = useSignal(false);
  const { theme } = services.settings.current.value;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [route]);
  useEffect(() => {
    document.title = titleOf(route);
    describePage(document, language, words.description);
  }, [route, language]);
  // Another language is another screen: every word of it is read anew. Whether the settings are open, where that is chosen,
  // outlives it.
  return (
    <Screen
      key={language}
      route={route}
      router={router}
      services={services}
      screens={screens}
      isSettingsOpen={isSettingsOpen}
    />
  );
}

interface ScreenProps {
  readonly route: Route;
  readonly router: Router;
  readonly services: AppServices;
  readonly screens: Screens;
  readonly isSettingsOpen: Signal<boolean>;
}

function Screen({ route, router, services, screens, isSettingsOpen }: ScreenProps) {
  switch (route.name) {
    case 'choose':
      return <ChooseScreen services={services} isSettingsOpen={isSettingsOpen} />;
    case 'live':
      return <screens.Live key={location.hash} request={route} router={router} />;
    case 'review':
      return (
        <screens.Review key={route.sessionId} id={route.sessionId} router={router} services={services} />
      );
    case 'summary':
      return <screens.Summary key={route.sessionId} id={route.sessionId} services={services} />;
    case 'history':
      return <screens.History services={services} />;
    case 'screening':
      return <screens.Screening services={services} />;
    case 'plan':
      return <screens.Plan services={services} />;
    case 'analyse':
      return <screens.Analyse />;
    case 'browser':
      return <screens.Browser />;
    case 'unknown':
      return <UnknownScreen route={route} />;
  }
}

function UnknownScreen({ route }: { route: Extract<Route, { name: 'unknown' }> }) {
  return (
    <Page title={words.notFound.title}>
      <EmptyState
        title={route.why === 'exercise' ? words.notFound.exercise(route.value) : words.notFound.address}
        figure={<ExerciseFigure exercise="auto" />}
      >
        <p>{words.notFound.todo}</p>
      </EmptyState>
    </Page>
  );
}

const titleOf = (route: Route): string => words.windowTitles[route.name];
