import { signal, type ReadonlySignal } from '@preact/signals';
import { isPlanChoice, type PlanChoice } from './model/plan';

/** Everywhere the app can be. Unknown addresses are a place too: they say what was wrong. */
export type Route =
  | { readonly name: 'choose' }
  | {
      readonly name: 'live';
      readonly exercise: PlanChoice;
      /** Starts the camera at once. */
      readonly autostart: boolean;
      /** Starts the camera at once and counts from the first picture. */
      readonly skipSetup: boolean;
      /** Goes on with the session that was interrupted. */
      readonly goOn: boolean;
    }
  | { readonly name: 'review'; readonly sessionId: string }
  /** One page to print of a session. */
  | { readonly name: 'summary'; readonly sessionId: string }
  | { readonly name: 'history' }
  /** The hip test: what it is, and what came out. */
  | { readonly name: 'screening' }
  /** The eight weeks, and what comes next. */
  | { readonly name: 'plan' }
  | { readonly name: 'analyse' }
  /** What this browser can do. */
  | { readonly name: 'browser' }
  | { readonly name: 'unknown'; readonly why: 'exercise' | 'address'; readonly value: string };

/** Reads a location hash: `#/live?exercise=hip-hike&autostart=1`. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, name = '', id = ''] = path.split('/');
  switch (name) {
    case '':
      return { name: 'choose' };
    case 'live':
      return parseLive(new URLSearchParams(query));
    case 'review':
    case 'summary':
      return id === '' ? { name: 'unknown', why: 'address', value: hash } : { name, sessionId: decode(id) };
    case 'history':
    case 'screening':
    case 'plan':
    case 'analyse':
    case 'browser':
      return { name };
    default:
      return { name: 'unknown', why: 'address', value: hash };
  }
}

function parseLive(query: URLSearchParams): Route {
  const exercise = query.get('exercise') ?? 'auto';
  if (!isPlanChoice(exercise)) {
    return { name: 'unknown', why: 'exercise', value: exercise };
  }
  return {
    name: 'live',
    exercise,
    autostart: query.get('autostart') === '1',
    skipSetup: query.get('skipSetup') === '1',
    goOn: query.get('goOn') === '1',
  };
}

/** A hash may hold a stray `%`; then it is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a route, the inverse of {@link parseRoute}. */
export function formatRoute(route: Exclude<Route, { name: 'unknown' }>): string {
  switch (route.name) {
    case 'choose':
      return '#/';
    case 'review':
    case 'summary':
      return `#/${route.name}/${encodeURIComponent(route.sessionId)}`;
    case 'live': {
      const query = new URLSearchParams({ exercise: route.exercise });
      if (route.autostart) query.set('autostart', '1');
      if (route.skipSetup) query.set('skipSetup', '1');
      if (route.goOn) query.set('goOn', '1');
      return `#/live?${query.toString()}`;
    }
    case 'history':
    case 'screening':
    case 'plan':
    case 'analyse':
    case 'browser':
      return `#/${route.name}`;
  }
}

export const toLive = (exercise: PlanChoice, autostart = false): string =>
  formatRoute({ name: 'live', exercise, autostart, skipSetup: false, goOn: false });

/** With the camera at once: where it stands is known. */
export const toGoOn = (exercise: PlanChoice): string =>
  formatRoute({ name: 'live', exercise, autostart: true, skipSetup: false, goOn: true });

export interface Router {
  readonly route: ReadonlySignal<Route>;
  go(hash: string): void;
  /** Replaces the current entry, so that Back does not return to it. */
  replace(hash: string): void;
}

/** Follows `location.hash`. */
export function createRouter(target: Window): Router {
  const route = signal(parseRoute(target.location.hash));
  const read = () => (route.value = parseRoute(target.location.hash));
  target.addEventListener('hashchange', read);
  return {
    route,
    go: (hash) => {
      target.location.hash = hash;
    },
    replace: (hash) => {
      target.history.replaceState(null, '', hash);
      read();
    },
  };
}
