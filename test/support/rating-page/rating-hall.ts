import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sendRequest, type Received } from '../send-request.ts';
import { HallService } from '../services/hall-service.ts';
import { must } from '../services/service-under-test.ts';

/** Self-signed for localhost, made for these tests and trusted by nobody. */
export const CERTIFICATE_FILE = join(import.meta.dirname, 'certificate.pem');
export const KEY_FILE = join(import.meta.dirname, 'key.pem');

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const id = () => ({ requestId: randomUUID() });

/** A hall with a rating page on loopback, and the visits that are rated on it. */
export class RatingHall {
  readonly hall: HallService;
  readonly address: string;

  private constructor(hall: HallService, port: number) {
    this.hall = hall;
    this.address = `http://127.0.0.1:${port}`;
  }

  static async forTest(further = ''): Promise<RatingHall> {
    const port = await freePort();
    const configuration = `hall: { ratings: { listen: "127.0.0.1:${port}"${further} } }\n`;
    return new RatingHall(await HallService.forTest({ configuration }), port);
  }

  /** The code on the paper of a visit that waits, or is finished. */
  async visit(state: 'waiting' | 'finished' | 'cancelled'): Promise<{ ticketId: string; code: string }> {
    const clerk = this.hall.as('counter');
    const { ticketId, ratingUrl } = await must(
      this.hall.as('kiosk').issueTicket({ ...id(), serviceCode: 'LN-01' }),
    );
    if (state === 'cancelled') await must(this.hall.as('kiosk').cancelTicket({ ...id(), ticketId }));
    if (state === 'finished') {
      await must(clerk.openCounter({ ...id(), counterId: '1' }));
      await must(clerk.callNext({ ...id(), counterId: '1' }));
      await must(clerk.startService({ ...id(), ticketId }));
      await must(clerk.finishService({ ...id(), ticketId }));
    }
    return { ticketId, code: (ratingUrl ?? '').split('/r/')[1] ?? '' };
  }

  get(path: string): Promise<Received> {
    return sendRequest(this.address, { path });
  }

  rate(form: Readonly<Record<string, string>>): Promise<Received> {
    return sendRequest(this.address, {
      method: 'POST',
      path: '/rate',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  }
}
