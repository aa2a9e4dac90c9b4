import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { waitFor } from '../wait-for.ts';

const CUPSD = '/usr/sbin/cupsd';
/** Debian's user for printing; cupsd refuses to run its programs as root. */
const PRINTING_USER = 7;
const isRoot = process.getuid?.() === 0;

/**
 * The printer behind the queue: keeps the bytes of each job, and does what the files in its folder say. `no-paper`: it says
 * so and stops the queue; `aborts`: it gives up; `hangs`: nothing happens; `last-sheet`: prints, and then there is no paper.
 */
const BACKEND = `#!/bin/sh
folder=\${DEVICE_URI#capture:}
[ $# -eq 0 ] && { echo 'direct capture "capture" "capture"'; exit 0; }
[ -e "$folder/aborts" ] && exit 5
while [ -e "$folder/hangs" ]; do sleep 0.1; done
[ -e "$folder/no-paper" ] && { echo 'STATE: +media-empty-error' >&2; exit 4; }
echo 'STATE: -media-empty-error' >&2
cat "\${6:--}" > "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1.pdf"
[ -e "$folder/last-sheet" ] && echo 'STATE: +media-empty-error' >&2
exit 0
`;

const daemonSettings = (at: string): string => `
Listen ${at}/cups.sock
Browsing No
WebInterface No
MaxLogSize 0
IdleExitTimeout 0
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job Get-Job-Attributes>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

const fileSettings = (at: string): string => `
${isRoot ? 'User lp\nGroup lp' : ''}
SystemGroup ${isRoot ? 'root' : 'lp'}
ServerRoot ${at}/etc
ServerBin ${at}/programs
DataDir /usr/share/cups
RequestRoot ${at}/spool
TempDir ${at}/spool/tmp
CacheDir ${at}/cache
StateDir ${at}/state
AccessLog ${at}/log/access
ErrorLog ${at}/log/error
PageLog ${at}/log/page
`;

const queueSettings = (at: string, name: string): string => `
<Printer ${name}>
Info forms
DeviceURI capture:${at}/paper
State Idle
Accepting Yes
Shared No
JobSheets none none
ErrorPolicy abort-job
</Printer>
`;

/** A print service of the test's own: the real cupsd on a socket in a folder, with one queue and a printer that obeys. */
export class PrivateCups {
  readonly folder = mkdtempSync(join(tmpdir(), 'songting-cups-'));
  readonly queue = 'A4';
  #daemon: ChildProcess | undefined;

  static async forTest(): Promise<PrivateCups> {
    const cups = new PrivateCups();
    onTestFinished(async () => {
      await cups.stop();
      rmSync(cups.folder, { recursive: true, force: true });
    });
    cups.#prepare();
    await cups.start();
    return cups;
  }

  get server(): { readonly socketPath: string } {
    return { socketPath: this.socketPath };
  }

  get socketPath(): string {
    return join(this.folder, 'cups.sock');
  }

  get spool(): string {
    return join(this.folder, 'spool');
  }

  async start(): Promise<void> {
    const settings = ['-c', join(this.folder, 'cupsd.conf'), '-s', join(this.folder, 'cups-files.conf')];
    this.#daemon = spawn(CUPSD, ['-f', ...settings], { stdio: 'ignore' });
    await waitFor(async () => (await answers(this.socketPath)) || undefined);
  }

  async stop(): Promise<void> {
    const daemon = this.#daemon;
    this.#daemon = undefined;
    if (daemon === undefined || daemon.exitCode !== null) return;
    this.obey();
    const gone = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill('SIGTERM');
    await gone;
  }

  /** As a power cut: nothing is put in order. The printer's own program stays as it was. */
  async kill(): Promise<void> {
    const daemon = this.#daemon;
    this.#daemon = undefined;
    if (daemon === undefined) return;
    const gone = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill('SIGKILL');
    await gone;
    rmSync(this.socketPath, { force: true });
  }

  /** What the printer does from now on; without a word: it prints. */
  obey(...words: readonly ('no-paper' | 'aborts' | 'hangs' | 'last-sheet')[]): void {
    const paper = join(this.folder, 'paper');
    for (const name of readdirSync(paper)) if (!name.includes('.')) rmSync(join(paper, name));
    for (const word of words) writeFileSync(join(paper, word), '');
  }

  /** The bytes that reached the printer, job by job. */
  papers(): Buffer[] {
    const paper = join(this.folder, 'paper');
    const names = readdirSync(paper).filter((name) => name.endsWith('.pdf'));
    return names.sort().map((name) => readFileSync(join(paper, name)));
  }

  #prepare(): void {
    const at = this.folder;
    chmodSync(at, 0o755);
    for (const name of [
      'programs/backend',
      'programs/daemon',
      'etc',
      'spool/tmp',
      'cache',
      'state',
      'log',
      'paper',
    ])
      mkdirSync(join(at, name), { recursive: true });
    if (isRoot) chownSync(join(at, 'paper'), PRINTING_USER, PRINTING_USER);
    symlinkSync('/usr/lib/cups/daemon/cups-exec', join(at, 'programs/daemon/cups-exec'));
    writeFileSync(join(at, 'programs/backend/capture'), BACKEND, { mode: 0o755 });
    writeFileSync(join(at, 'cupsd.conf'), daemonSettings(at));
    writeFileSync(join(at, 'cups-files.conf'), fileSettings(at));
    writeFileSync(join(at, 'etc/printers.conf'), queueSettings(at, this.queue));
  }
}

function answers(socketPath: string): Promise<boolean> {
  if (!existsSync(socketPath)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/', headers: { host: 'localhost' } }, (answer) => {
      answer.resume();
      resolve(true);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}
