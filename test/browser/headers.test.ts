import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, inject, it } from 'vitest';
import { securityHeaders } from '../../scripts/headers.mjs';

const ASSETS = resolve(import.meta.dirname, '../../dist/assets');
const worker = readdirSync(ASSETS).find((name) => name.startsWith('pose.worker'));

// A page's policy does not govern its worker: the worker's own script must carry it.
it.each(['', 'analyse.html', `assets/${worker ?? 'missing'}`, 'wasm/vision_wasm_module_internal.wasm'])(
  'serves "%s" with every security header',
  async (path) => {
    const response = await fetch(new URL(path, inject('appUrl')), { method: 'HEAD' });
    expect(response.status).toBe(200);
    for (const [name, value] of Object.entries(securityHeaders())) {
      expect(response.headers.get(name)).toBe(value);
    }
  },
);

it('lets no other page on this computer read it', async () => {
  const headers = { Origin: 'http://localhost:8080' };
  const response = await fetch(inject('appUrl'), { headers });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

it('allows nothing but its own origin', () => {
  const policy = securityHeaders()['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/);
});

it('answers an unknown path with an error, not with the app', async () => {
  const response = await fetch(new URL('no-such-page', inject('appUrl')));
  expect(response.status).toBe(404);
});
