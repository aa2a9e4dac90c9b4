import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEVICE_RATING_CHANNELS } from '../../../preload/contracts/rating.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { situations } from './situations.ts';

it('eight channels at once give one rating', async () => {
  const hall = await HallService.forTest();
  const { ticketId } = (await situations.rateVisit.prepare(hall)) as { ticketId: string };
  const roles = ['kiosk', 'counter', 'admin'] as const;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      hall.as(roles[index % roles.length] ?? 'kiosk').rateVisit({
        requestId: randomUUID(),
        ticketId,
        level: 5,
        channel: DEVICE_RATING_CHANNELS[index % DEVICE_RATING_CHANNELS.length] ?? 'pad',
      }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(refused).toEqual(Array.from({ length: 7 }, () => ({ kind: 'already-rated' })));
});

it('a pad that heard nothing asks again and hears that its rating counted', async () => {
  const hall = await HallService.forTest();
  const wish = (await situations.rateVisit.prepare(hall)) as { ticketId: string };
  const rating = { ...wish, requestId: randomUUID(), level: 1, channel: 'pad' } as const;
  const first = await must(hall.as('counter').rateVisit(rating));
  expect(await must(hall.as('counter').rateVisit(rating))).toEqual(first);
});
