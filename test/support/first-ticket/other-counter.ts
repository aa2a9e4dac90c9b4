import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { createClient } from '../../../main/foundation/http/index.ts';
import { hallOperations } from '../../../preload/contracts/hall-operations.ts';
import { newSession, TEST_PIN } from '../services/staff.ts';
import { waitFor } from '../wait-for.ts';
import type { OtherCounter } from './scenario.ts';

/** A clerk at another page of the same hall. */
export function counterAtPage(page: Page): OtherCounter {
  const press = (action: string) => page.locator(`[data-action="${action}"]`).first().click();
  return {
    open: async () => {
      await page.locator('[data-demo="1002"]').click();
      await page.locator('.choice').nth(1).click();
      await press('open');
      await page.locator('[data-action="callNext"]:enabled').first().waitFor();
    },
    callNext: async () => {
      await press('callNext');
      return waitFor(async () => {
        const number = page.locator('[data-ticket-state="called"] [data-number]');
        if (await number.isVisible()) return { number: await number.innerText() };
        return (await page.locator('.problem').isVisible()) ? { number: undefined } : undefined;
      }).then(({ number }) => number);
    },
    serve: async () => {
      await press('start');
      await press('finish');
      await page.locator('[data-ticket-state]').waitFor({ state: 'detached' });
    },
  };
}

/** A clerk whose program speaks to the hall directly, with a token of its own and a PIN for the first time. */
export function counterByApi(
  baseAddress: string,
  token: string,
  staffNumber: string,
  firstPin: string,
): OtherCounter {
  const secret = newSession();
  const hall = createClient(hallOperations, {
    ...{ baseAddress, token, timeoutMs: 10_000 },
    session: () => secret,
  });
  const counterId = '2';
  let ticketId = '';
  const must = (answer: { readonly ok: boolean }): void => {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  };
  return {
    open: async () => {
      const who = { staffNumber, pin: firstPin, session: secret };
      must(await hall.signIn({ requestId: randomUUID(), ...who }));
      must(await hall.changePin({ requestId: randomUUID(), pin: firstPin, newPin: TEST_PIN }));
      must(await hall.openCounter({ requestId: randomUUID(), counterId }));
    },
    callNext: async () => {
      const called = await hall.callNext({ requestId: randomUUID(), counterId });
      if (!called.ok) return undefined;
      ticketId = called.value.ticketId;
      return called.value.number;
    },
    serve: async () => {
      must(await hall.startService({ requestId: randomUUID(), ticketId }));
      must(await hall.finishService({ requestId: randomUUID(), ticketId }));
    },
  };
}
