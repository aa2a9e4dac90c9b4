import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './security-headers.ts';

export interface PagesOptions {
  /** dist/renderer: one folder per page with its index.html, and assets. */
  readonly folder: string;
  /** The pages this service shows: "kiosk", "counter", "display". */
  readonly mounts: readonly string[];
  /** What `/` answers: one of the pages, or a list of links (the demo). */
  readonly home:
    | { readonly page: string }
    | { readonly links: readonly { readonly href: string; readonly label: string }[] };
  /** Further services that the pages speak to: "http://127.0.0.1:7300", "ws://127.0.0.1:7300". */
  readonly connect?: readonly string[];
}

/** Files that pages share, beside the mounts. */
const SHARED = ['assets', 'fonts', 'sounds'];
/** A plain file below a served folder: no dot-names, no escapes, no other alphabets, nothing to decode twice. */
const FILE = /^\/([a-z][a-z0-9-]*)\/((?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*)?$/;
/** The build writes a hash into these names: they never change. */
const HASHED = /^\/assets\/.*-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** GET and HEAD of the pages' files, and nothing else of the disk. */
export async function addPages(app: FastifyInstance, pages: PagesOptions): Promise<void> {
  await app.register(fastifyStatic, {
    root: pages.folder,
    serve: false,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
  });
  app.get('/', (request, reply) => sendHome(pages, request, reply));
  for (const mount of pages.mounts) {
    app.get(`/${mount}`, (_request, reply) => reply.redirect(`/${mount}/`, 308));
  }
  for (const folder of [...pages.mounts, ...SHARED]) {
    app.get(`/${folder}/*`, (request, reply) => sendPageFile(pages, request, reply));
  }
}

function sendPageFile(pages: PagesOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  const [, folder, file] = FILE.exec(path) ?? [];
  if (folder === undefined) return notFound(reply);
  const name = file ?? (pages.mounts.includes(folder) ? 'index.html' : undefined);
  if (name === undefined || name.endsWith('.map')) return notFound(reply);
  if (!existsSync(join(pages.folder, folder, name)))
    return name === 'index.html' ? notBuilt(reply) : notFound(reply);
  reply.header('content-security-policy', pagePolicy(request.headers.host ?? '', pages.connect));
  if (HASHED.test(path)) reply.header('cache-control', 'public, max-age=31536000, immutable');
  return reply.sendFile(`${folder}/${name}`);
}

function sendHome(pages: PagesOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if ('page' in pages.home) return reply.redirect(`/${pages.home.page}/`, 302);
  const links = pages.home.links.map(
    ({ href, label }) => `<li><a href="${escape(href)}">${escape(label)}</a></li>`,
  );
  reply.header('content-security-policy', pagePolicy(request.headers.host ?? '', pages.connect));
  return sendText(reply, 200, `<ul>${links.join('')}</ul>`);
}

function notBuilt(reply: FastifyReply): FastifyReply {
  const text =
    '<p>页面尚未生成，请在程序目录运行 <code>npm run build</code>。</p>' +
    '<p>The pages are not built yet: run <code>npm run build</code> in the program’s folder.</p>';
  return sendText(reply, 503, text);
}

function notFound(reply: FastifyReply): FastifyReply {
  return sendText(reply, 404, '<p>没有此页面。 No such page.</p>');
}

function sendText(reply: FastifyReply, status: number, body: string): FastifyReply {
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>松厅 Songting</title></head><body>${body}</body></html>`;
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
