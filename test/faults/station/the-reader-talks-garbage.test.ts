import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { serialRig } from '../../contract/id-card-reader/serial-rig.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';

const id = () => ({ requestId: randomUUID() });

it('a reader that talks garbage, falls silent and loses its cable never stops the queue, and reads the next card', async () => {
  const line = await serialRig();
  onTestFinished(() => line.end());
  const hall = await HallService.forTest();
  const station = await StationService.forTest(hall, {
    configuration: `devices: { idCardReader: { driver: sam-serial, path: "${line.path}" } }\n`,
  });
  const kiosk = stationClient(station);
  const page = await followStation(station);
  const readerIs = (state: string) =>
    page.until((now) => now.devices['idCardReader']?.state === state || undefined);
  const takeWithoutCard = async (): Promise<string> => {
    await must(kiosk.beginWithoutCard(id()));
    const { number } = await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
    await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
    await must(kiosk.endVisit(id()));
    return number;
  };

  await readerIs('ready');
  await line.order({ do: 'fail', fault: { mode: 'garbage' } });
  await readerIs('unavailable');
  expect(await takeWithoutCard()).toBe('A001');

  await line.order({ do: 'fail', fault: { mode: 'silent' } });
  expect(await takeWithoutCard()).toBe('A002');

  await line.cut();
  await page.until((now) => now.devices['idCardReader']?.reason === 'disconnected' || undefined);
  expect(await takeWithoutCard()).toBe('A003');

  await line.join();
  await line.order({ do: 'recover' });
  await readerIs('ready');
  await line.order({ do: 'place', card: { name: '测试甲', birth: '1940-06-15' } });
  const visit = await page.until((now) => now.visit['now']);
  expect(visit).toMatchObject({ maskedName: '测*甲', priorityClass: 'elder' });
  expect(await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }))).toMatchObject({ number: 'A004' });
  expect(station.log).not.toContain('测试甲');
});
