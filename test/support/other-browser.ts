import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import { findFirefox, findWebKit } from '../../scripts/other-browsers.mjs';

/** As much of a browser as a journey needs; everything else is done in the page, by script. */
export interface OtherBrowser {
  goto(url: string): Promise<void>;
  /** Runs the body of an asynchronous function in the page; what it returns must be JSON. */
  run<Value>(body: string): Promise<Value>;
  close(): Promise<void>;
}

/** A screen of its own for one browser; the server chooses a free number and writes it down. */
async function openScreen(program: string): Promise<{ name: string; server: ChildProcess }> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { name: `:${number.toString().trim()}`, server };
}

/** Firefox through WebDriver BiDi. Null where it is not installed. */
export async function launchFirefox(): Promise<OtherBrowser | null> {
  const found = findFirefox();
  if (found === null) return null;
  const { name, server } = await openScreen(found.screen);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.browser,
    headless: false,
    env: { ...process.env, DISPLAY: name },
    protocolTimeout: 240_000,
    // Firefox distrusts software graphics; on a test machine there are no others.
    extraPrefsFirefox: { 'webgl.force-enabled': true },
  });
  const page = await browser.newPage();
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    run: async <Value>(body: string) => (await page.evaluate(`(async () => {${body}})()`)) as Value,
    close: async () => {
      await inTime(browser.close());
      browser.process()?.kill('SIGKILL');
      server.kill();
    },
  };
}

/** Waits for a farewell, but not for ever: a browser may ask whether the page may be left, and nobody answers. */
const inTime = (farewell: Promise<unknown>): Promise<unknown> =>
  Promise.race([farewell, new Promise((passed) => setTimeout(passed, 5000))]).catch(() => undefined);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** WebKitGTK's MiniBrowser through the WebDriver protocol, which is a handful of requests. Null where not installed. */
export async function launchWebKit(): Promise<OtherBrowser | null> {
  const found = findWebKit();
  if (found === null) return null;
  const { name, server } = await openScreen(found.screen);
  const port = await freePort();
  const driver = spawn(found.driver, [`--port=${String(port)}`], {
    stdio: 'ignore',
    // A person's system names a language; without one WebKit calls itself "C", which it then refuses to compare texts in.
    env: { ...process.env, DISPLAY: name, LANG: 'en_US.UTF-8' },
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/session${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const options = { binary: found.browser, args: ['--automation'] };
  const start = () =>
    ask('POST', '', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
  const { sessionId } = (await untilAnswered(start)) as { readonly sessionId: string };
  await ask('POST', `/${sessionId}/timeouts`, { script: 240_000 });
  return {
    goto: async (url) => {
      await ask('POST', `/${sessionId}/url`, { url });
    },
    run: async <Value>(body: string) => {
      const script = `const done = arguments[arguments.length - 1];
        (async () => {${body}})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = (await ask('POST', `/${sessionId}/execute/async`, { script, args: [] })) as {
        readonly value?: Value;
        readonly error?: string;
      };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as Value;
    },
    close: async () => {
      await inTime(ask('DELETE', `/${sessionId}`));
      driver.kill();
      server.kill();
    },
  };
}

/** The driver needs a moment before it listens. */
async function untilAnswered<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let left = 50; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
