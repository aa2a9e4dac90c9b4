import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { runProgram } from '../run-program.ts';
import { findChromium } from './find-chromium.ts';
import { formFontFile, withFormHead } from './form-page.ts';
import type { PageRenderer, RenderFault } from './page-renderer.ts';

/** A page takes a second on a PC of today; the first one after power-on, from a slow disk, many. */
const DEADLINE_MS = 30_000;
const PDF_MARK = '%PDF-';
const FONT = 'form.woff2';
/** What was killed may still write for a moment. */
const REMOVAL = { recursive: true, force: true, maxRetries: 8, retryDelay: 50 } as const;

export interface ChromiumRendererOptions {
  /** This renderer's alone: everything in it is deleted. */
  readonly folder: string;
  readonly program?: string;
  readonly deadlineMs?: number;
}

/**
 * The installed Chromium as a program that makes PDF files, offline. The page, its profile, its temporary files and the PDF
 * stand in one private folder, which is gone when `render` answers, however that ends.
 */
export class ChromiumRenderer implements PageRenderer {
  readonly #options: ChromiumRendererOptions;
  #swept: Promise<void> | undefined;

  constructor(options: ChromiumRendererOptions) {
    this.#options = options;
  }

  isThere(): boolean {
    return this.#program() !== undefined;
  }

  /** Deletes what a run that was cut off left. Never rejects. */
  sweep(): Promise<void> {
    this.#swept ??= remove(this.#options.folder);
    return this.#swept;
  }

  async render(html: string, signal: AbortSignal): Promise<Result<Buffer, RenderFault>> {
    const program = this.#program();
    if (program === undefined) return err('no-renderer');
    await this.sweep();
    try {
      await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
      // mkdtemp gives its folder to nobody else (0700).
      const folder = await mkdtemp(join(this.#options.folder, 'page-'));
      return await this.#renderIn(folder, { program, html, signal }).finally(() => remove(folder));
    } catch {
      return err('render-failed');
    }
  }

  async #renderIn(
    folder: string,
    { program, html, signal }: { program: string; html: string; signal: AbortSignal },
  ): Promise<Result<Buffer, RenderFault>> {
    const [page, pdf] = [join(folder, 'form.html'), join(folder, 'form.pdf')];
    // Beside the page: the packed application's own files can be read by nobody else.
    await copyFile(formFontFile(), join(folder, FONT));
    await writeFile(page, withFormHead(html, FONT), { mode: 0o600 });
    const ran = await runProgram({
      program,
      args: [...switches(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
      env: environment(folder),
      deadlineMs: this.#options.deadlineMs ?? DEADLINE_MS,
      signal,
    });
    if (!ran.ok) return err(faultOf(ran.error.kind));
    const bytes = await readFile(pdf);
    return bytes.toString('latin1', 0, PDF_MARK.length) === PDF_MARK ? ok(bytes) : err('render-failed');
  }

  #program(): string | undefined {
    return this.#options.program ?? findChromium();
  }
}

function switches(folder: string): string[] {
  return [
    '--headless=new',
    '--no-pdf-header-footer',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-crash-reporter',
    '--disable-breakpad',
    '--disable-gpu',
    '--no-first-run',
    '--password-store=basic',
    // Chromium refuses its sandbox to root, who should not run a station anyway.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** It also writes at home and into the system's temporary folder: both are in the private one. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: folder,
    TMPDIR: folder,
    TMP: folder,
    TEMP: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_DATA_HOME: folder,
  };
}

function faultOf(kind: string): RenderFault {
  if (kind === 'program-missing') return 'no-renderer';
  return kind === 'stopped' ? 'stopped' : 'render-failed';
}

async function remove(folder: string): Promise<void> {
  // What cannot be deleted now goes when the station starts next.
  await rm(folder, REMOVAL).catch(() => undefined);
}
