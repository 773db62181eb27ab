import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { isSoftwareAdapter, isSoftwareRenderer } from '../../workers/software-renderer';
import type { AdapterInfo } from '../../workers/software-renderer';
import type { Engine } from '../../workers/protocol';
import { BROWSER_FLAGS, CHROMIUM_FLAGS, ensureChromium } from '../chromium.mjs';

/** A headless Chromium leaves the graphics chip alone unless it is told; without one it draws in software as ever. */
const WITH_CHIP = [...BROWSER_FLAGS, '--enable-gpu'];

/** Only an origin that WebGPU is open to; nothing is fetched from it. */
const SECURE_ORIGIN = 'http://localhost/';

/** What a browser has behind WebGL or WebGPU. */
export type Chip =
  | { readonly kind: 'none' }
  /** `name` is what the browser says. */
  | { readonly kind: 'software' | 'chip'; readonly name: string };

/** What each engine would run on: MediaPipe reaches a graphics chip through WebGL, LiteRT through WebGPU. */
export type Graphics = Readonly<Record<Engine, Chip>>;

/** What a page is told of its graphics. */
export interface SeenGraphics {
  readonly webgl: { readonly renderer: string; readonly hasCaveat: boolean } | null;
  readonly adapter: AdapterInfo | null;
}

/** What to open browsers with, and what they then have. */
export interface Found {
  readonly graphics: Graphics;
  readonly flags: readonly string[];
}

/**
 * Looks for a graphics chip that headless Chromium can use. Where there is none, browsers are opened without asking for it.
 *
 * @param flags Chromium's, for tests
 */
export const findGraphics = async (flags: readonly string[] = WITH_CHIP): Promise<Found> => {
  const graphics = graphicsOf(await seeGraphics(flags));
  return { graphics, flags: graphics.mediapipe.kind === 'chip' ? flags : BROWSER_FLAGS };
};

/** The same decision as the app's own, `hasGraphicsChip` and `hasWebGpuChip`, on what a browser said. */
export const graphicsOf = ({ webgl, adapter }: SeenGraphics): Graphics => {
  const mediapipe: Chip =
    webgl === null
      ? { kind: 'none' }
      : {
          kind: webgl.hasCaveat || isSoftwareRenderer(webgl.renderer) ? 'software' : 'chip',
          name: webgl.renderer,
        };
  if (adapter === null) return { mediapipe, litert: { kind: 'none' } };
  const name = nameOf(adapter);
  if (isSoftwareAdapter(adapter)) return { mediapipe, litert: { kind: 'software', name } };
  // The app does not ask for a chip through WebGPU where WebGL has none.
  return { mediapipe, litert: mediapipe.kind === 'chip' ? { kind: 'chip', name } : mediapipe };
};

const nameOf = ({ vendor, architecture, description }: AdapterInfo): string =>
  description === '' ? `${vendor} ${architecture}`.trim() : description;

const seeGraphics = async (flags: readonly string[]): Promise<SeenGraphics> => {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  try {
    const page = await browser.newPage();
    await page.route(SECURE_ORIGIN, (route) => route.fulfill({ body: '', contentType: 'text/html' }));
    await page.goto(SECURE_ORIGIN);
    return { webgl: await seeWebGl(page), adapter: await seeAdapter(page) };
  } finally {
    await browser.close();
  }
};

const seeWebGl = (page: Page): Promise<SeenGraphics['webgl']> =>
  page.evaluate(() => {
    const open = (failIfMajorPerformanceCaveat: boolean): WebGL2RenderingContext | null =>
      new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat });
    const careful = open(true);
    const context = careful ?? open(false);
    if (context === null) return null;
    const names = context.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
    return { renderer, hasCaveat: careful === null };
  });

const seeAdapter = (page: Page): Promise<AdapterInfo | null> =>
  page.evaluate(async () => {
    // A browser may have no WebGPU, whatever the types say.
    const { gpu } = navigator as { readonly gpu?: GPU };
    const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return null;
    const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
    return { vendor, architecture, description, isFallbackAdapter };
  });
