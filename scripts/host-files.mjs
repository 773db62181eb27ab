/** The security headers in the words of common hosts, from the one place where they are written. */
import { securityHeaders } from './headers.mjs';

const lines = (asLine) =>
  Object.entries(securityHeaders())
    .map(([name, value]) => asLine(name, value))
    .join('\n');

/** Files of `dist/` by name. Each host reads its own and leaves the others alone; see docs/hosting.md. */
export const hostFiles = () => ({
  // Netlify, Cloudflare Pages
  _headers: `/*\n${lines((name, value) => `  ${name}: ${value}`)}\n`,
  // Apache
  '.htaccess': [
    'AddType application/wasm .wasm',
    'AddType text/javascript .js',
    '<IfModule mod_headers.c>',
    lines((name, value) => `  Header always set ${name} "${value}"`),
    '</IfModule>\n',
  ].join('\n'),
  'vercel.json': `${JSON.stringify(
    {
      headers: [
        {
          source: '/(.*)',
          headers: Object.entries(securityHeaders()).map(([key, value]) => ({ key, value })),
        },
      ],
    },
    null,
    2,
  )}\n`,
  // nginx: to be included in the server's block
  'nginx-headers.conf': `${lines((name, value) => `add_header ${name} "${value}" always;`)}\n`,
  // GitHub Pages would leave out what begins with an underscore
  '.nojekyll': '',
});

/**
 * The policy for a `<meta>`: it holds for the page from the first visit, on a host that sets no headers. Who may frame
 * the page can only be said in a header.
 */
export const metaPolicy = () =>
  securityHeaders()
    ['Content-Security-Policy'].split('; ')
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');

/** Vite plugin: writes the hosts' files beside the built app and the policy into its page. */
export const hosting = () => ({
  name: 'hosting',
  apply: 'build',
  generateBundle() {
    for (const [fileName, source] of Object.entries(hostFiles())) {
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy() },
      injectTo: 'head-prepend',
    },
  ],
});
