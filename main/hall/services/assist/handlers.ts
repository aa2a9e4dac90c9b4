import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { assistRows } from '../../../../preload/contracts/hall/assist-rows.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { listDifficulties, reportDifficulty, settleDifficulty } from './difficulties.ts';
import { answerHelp, callForHelp, endHelp } from './help.ts';

/** Help on the floor, and what was hard for visitors. */
export function createAssistHandlers(
  hall: HallContext,
  { mutation }: Runners,
): Pick<Handlers<HallOperations>, keyof typeof assistRows> {
  return {
    callForHelp: mutation('callForHelp', callForHelp),
    answerHelp: mutation('answerHelp', answerHelp),
    endHelp: mutation('endHelp', endHelp),
    reportDifficulty: mutation('reportDifficulty', reportDifficulty),
    listDifficulties: (input) => listDifficulties(hall, input),
    settleDifficulty: mutation('settleDifficulty', settleDifficulty),
  };
}
