import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureElectronRuntime, type ElectronRuntime } from '../../resources/build/electron-runtime.ts';

/** `npm start`: the demo hall in windows where there is a screen, else headless with the addresses to open. */
const ROOT = path.join(import.meta.dirname, '..', '..');

await start(process.argv.slice(2));

async function start(argv: readonly string[]): Promise<void> {
  if (!hasScreen()) return startHeadless('There is no screen here', argv);
  const runtime = await ensureElectronRuntime((line) => console.log(line));
  if (!runtime.ok) return startHeadless(`There is no Electron here (${runtime.error})`, argv);
  process.exitCode = await runElectron(runtime.value, argv);
}

async function startHeadless(reason: string, argv: readonly string[]): Promise<void> {
  console.log(`${reason}: starting the demo hall without windows. Open its addresses in a browser.`);
  const { demoCommand } = await import('./demo.ts');
  // What only windows have means nothing here.
  const own = argv.filter((argument) => !/^--(role=|kiosk-mode$)/.test(argument));
  process.exitCode = await demoCommand(own);
}

/** Windows and macOS always have one; on Linux an X or Wayland session says so in the environment. */
function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function runElectron(runtime: ElectronRuntime, argv: readonly string[]): Promise<number> {
  const asRoot = process.getuid?.() === 0; // Chromium refuses to start as root with its sandbox on
  const args = [...(asRoot ? ['--no-sandbox'] : []), ROOT, ...argv];
  const child = spawn(runtime.executable, args, {
    stdio: 'inherit',
    env: { ...process.env, ...runtime.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
