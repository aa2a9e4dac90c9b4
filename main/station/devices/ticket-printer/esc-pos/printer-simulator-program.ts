import { createInterface } from 'node:readline';
import { z } from 'zod';
import { PrinterSimulator } from './printer-simulator.ts';

/**
 * The simulator as a program: `node printer-simulator-program.ts [port | socket path]`. Commands come as one JSON
 * object a line on standard input; events and reports go out the same way on standard output.
 */
const Command = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    paper: z.enum(['full', 'near-end', 'out']).optional(),
    cover: z.enum(['closed', 'open']).optional(),
    error: z.boolean().optional(),
    silent: z.boolean().optional(),
    deaf: z.boolean().optional(),
  }),
  z.object({ do: z.literal('run-out-after-lines'), lines: z.int().positive() }),
  z.object({ do: z.literal('close-after-bytes'), bytes: z.int().positive() }),
  z.object({ do: z.literal('switch-off') }),
  z.object({ do: z.literal('switch-on') }),
  z.object({ do: z.literal('report') }),
  z.object({ do: z.literal('quit') }),
]);
type Command = z.output<typeof Command>;

const say = (event: string, facts: object = {}): void =>
  void process.stdout.write(`${JSON.stringify({ event, simulated: true, ...facts })}\n`);

const simulator = new PrinterSimulator({
  onPaper: (index) => say('paper', { index, ...simulator.mechanism.papers[index] }),
});
const [given = '0'] = process.argv.slice(2);
let where: number | string = /^\d+$/.test(given) ? Number(given) : given;

async function switchOn(): Promise<void> {
  const port = await simulator.listen(where);
  if (typeof where === 'number') where = port; // switched off and on again, it keeps its address
  say('listening', { port, path: typeof where === 'string' ? where : null });
}

function set(command: Extract<Command, { do: 'set' }>): void {
  const { paper, cover, error, silent, deaf } = command;
  const { state } = simulator.mechanism;
  Object.assign(state, {
    paper: paper ?? state.paper,
    cover: cover ?? state.cover,
    error: error ?? state.error,
  });
  simulator.cues.silent = silent ?? simulator.cues.silent;
  simulator.cues.deaf = deaf ?? simulator.cues.deaf;
  simulator.proceed();
}

function report(): void {
  const { papers, unfinished } = simulator.mechanism;
  const received = Buffer.concat(simulator.received).toString('hex');
  say('report', { papers, unfinished, received, connections: simulator.connections });
}

async function carryOut(command: Command): Promise<void> {
  if (command.do === 'set') set(command);
  else if (command.do === 'run-out-after-lines') simulator.mechanism.runOutAfterLines(command.lines);
  else if (command.do === 'close-after-bytes') simulator.cues.closeAfterBytes = command.bytes;
  else if (command.do === 'switch-off') await simulator.switchOff();
  else if (command.do === 'switch-on') await switchOn();
  else if (command.do === 'report') return report();
  else process.exit(0);
  say('done', { did: command.do });
}

await switchOn();
for await (const line of createInterface({ input: process.stdin }))
  await carryOut(Command.parse(JSON.parse(line)));
process.exit(0);
