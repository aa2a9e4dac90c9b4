import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { HallConfiguration } from '../../../preload/contracts/configuration.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { RatingByCode } from '../services/rating/rate-by-code.ts';
import { openRatingServer, type RatingServer } from './rating-server.ts';

export interface RatingPageOptions {
  readonly hall: HallConfiguration;
  readonly ratings: RatingByCode;
  readonly log: Log;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/**
 * The rating page where the hall has one. Throws one readable sentence when its certificate or key cannot be used: a hall
 * that starts without the page it was told to have would print codes that lead nowhere.
 */
export async function openRatingPage({
  hall,
  ratings,
  log,
  clock,
}: RatingPageOptions): Promise<RatingServer | undefined> {
  const { listen, certificate, key, withinDays } = hall.ratings;
  if (listen === null) return undefined;
  const tls =
    certificate === null || key === null
      ? undefined
      : { cert: read('hall.ratings.certificate', certificate), key: read('hall.ratings.key', key) };
  if (tls !== undefined) judge(tls);
  const facts = { hallName: hall.name, withinDays };
  return openRatingServer({ listen, ...(tls && { tls }), facts, hall: ratings, log, clock });
}

function read(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unreadable';
    throw new Error(
      `${name}: ${file} cannot be read (${code}); a PEM file that the service’s account may read / ` +
        `${name}：读不了 ${file}（${code}），应为服务账号可读的 PEM 文件`,
      { cause: fault },
    );
  }
}

function judge(tls: { readonly cert: string; readonly key: string }): void {
  try {
    createSecureContext(tls);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : 'unusable';
    throw new Error(
      `hall.ratings.certificate and hall.ratings.key do not make a pair (${why}); PEM files of one certificate and its key, without a passphrase / ` +
        '证书和私钥不配对或不是 PEM 格式（私钥不能带口令）',
      { cause: fault },
    );
  }
}
