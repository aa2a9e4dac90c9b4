import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';

const HALL = `hall:
  name: 测试区民政服务大厅
  telephone: "0755-12345678"
  waitingArea: 大厅中间的椅子
  counters:
    - { id: "1", services: [LN], colour: red, sign: circle, place: 进门右手边 }
    - { id: "2", services: [JZ], colour: blue, sign: star }
`;

it('where to sit, which counter to look for, what to have ready, whom to telephone', async () => {
  const hardware = await SimulatedPrinterProcess.start();
  onTestFinished(() => hardware.stop());
  const hall = await HallService.forTest({ configuration: HALL });
  const station = await StationService.forTest(hall, {
    configuration: `${HALL}devices: { idCardReader: virtual, ticketPrinter: { driver: esc-pos, interface: "${hardware.address}", columns: 48 } }\n`,
  });
  const kiosk = stationClient(station);
  const page = await followStation(station);
  const id = () => ({ requestId: randomUUID() });
  await must(kiosk.beginWithoutCard(id()));
  await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
  await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
  await must(kiosk.takeTicket({ ...id(), serviceCode: 'JZ-13' }));
  await page.until((now) => now.visit['now']?.tickets[1]?.printState === 'confirmed' || undefined);

  const [pension, advice] = await hardware.tickets();
  expect(pension).toMatchObject({
    seat: '大厅中间的椅子',
    way: [`叫到${pension?.number ?? ''}，请到`, '1号窗口 ●', '红色圆形牌子', '进门右手边'],
    documents: ['居民身份证', '户口簿(免证办可免)', '本人银行卡/颐年卡'],
    telephone: '0755-12345678',
    forTwo: false,
    whole: true,
  });
  expect(advice?.way.slice(1)).toEqual(['2号窗口 ★', '蓝色五角星牌子']);
  expect(advice?.documents).toEqual([]);
});
