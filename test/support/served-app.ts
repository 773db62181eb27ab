import type { TestProject } from 'vitest/node';
import { buildApp } from '../../scripts/build.mjs';
import { serveApp } from '../../scripts/serve.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built app, ending in a slash: `inject('appUrl')`. */
    appUrl: string;
  }
}

/** Builds the app and serves it for the whole run, exactly as `npm start` does. */
export default async function serveForTests(project: TestProject): Promise<() => Promise<void>> {
  await buildApp();
  const app = await serveApp();
  project.provide('appUrl', app.url);
  return () => app.close();
}
