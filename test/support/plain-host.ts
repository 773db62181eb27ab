import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A folder, and what may stand in for one of its files. */
export interface PlainHost {
  readonly url: string;
  /** From now on a file has these contents. */
  replace(file: string, contents: string): void;
  close(): Promise<void>;
}

/** The plainest of hosts: files under a path of its own, no header but the type. */
export async function servePlainly(folder: string, path = '/some/where/'): Promise<PlainHost> {
  const replaced = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '';
    const file = join(folder, normalize(asked));
    const contents = replaced.get(asked);
    if (asked === '' || (contents === undefined && !(existsSync(file) && statSync(file).isFile()))) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    if (contents === undefined) createReadStream(file).pipe(response);
    else response.end(contents);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}${path}`,
    replace: (file, contents) => void replaced.set(file, contents),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
