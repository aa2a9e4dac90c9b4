#!/usr/bin/env node
import { COMMANDS, usage } from './commands.ts';

const [, , name = 'help', ...args] = process.argv;
const command = COMMANDS[name];

if (command === undefined) {
  const asked = name === 'help' || name === '--help' || name === '-h';
  process.stdout.write(asked ? usage() : `songting ${name}: 没有这个命令 / no such command\n\n${usage()}`);
  process.exitCode = asked ? 0 : 2;
} else {
  process.exitCode = await command.run(args);
}
