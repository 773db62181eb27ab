#!/usr/bin/env node
/** `npm start`: installs what is missing, builds, serves the app on localhost and prints the address. */
import { buildApp } from './build.mjs';
import { serveApp } from './serve.mjs';
import { setUp } from './setup.mjs';

const FIRST_PORT = 4173;

try {
  await setUp();
  await buildApp();
  const { url } = await serveApp({ port: Number(process.env.PORT ?? FIRST_PORT) });
  console.log(`\nHipline is at ${url}\nOpen it in Chrome, Edge or another Chromium browser. Ctrl+C ends it.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
